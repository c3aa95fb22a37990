/** A body named in 四、工作职责 with what the plan asks of it. */
export type DutyHolder = {
  code: string;
  name: string;
  /** Other names that the plan itself uses. */
  aliases: readonly string[];
  /** Whether it is told to make a 细化工作方案. */
  detailedPlan: boolean;
  /** Whether it carries out 专项督导 of its units. */
  specialSupervision: boolean;
  duties: readonly string[];
};

/** The lead departments, in the plan's order; the duties are its own text, shortened. */
export const PLAN_DEPARTMENTS: readonly DutyHolder[] = [
  {
    code: 'districtOffice',
    name: '区办公室',
    aliases: [],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '制定活动方案,明确工作标准和工作任务',
      '牵头组织实施新时代文明实践结对共建活动',
      '对各单位活动成效进行评价,总结推广好的经验做法',
      '不定期联合监察部门加大对各单位结对帮扶共建的督查力度',
    ],
  },
  {
    code: 'civilityOffice',
    name: '区创文巩卫办',
    aliases: ['区创卫办'],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '结合创文网报材料及实地考察、问卷调查等各项指标任务的要求,指导各单位对标开展相关活动',
      '提升实地点位建设水平,提高群众对新时代文明实践工作的知晓率、满意度、参与度',
      '常态化督导各单位工作落实情况',
    ],
  },
  {
    code: 'partyCommittee',
    name: '区直属机关党委',
    aliases: [],
    detailedPlan: true,
    specialSupervision: false,
    duties: [
      '制定细化工作方案',
      '结合党组织和在职党员“双报到”“双报告”工作,组织党员志愿者下基层开展科学理论宣讲、党的政策宣传等党员志愿服务活动',
      '培育特色志愿服务品牌,督导推进工作',
    ],
  },
  {
    code: 'educationCenter',
    name: '区教育发展中心',
    aliases: [],
    detailedPlan: true,
    specialSupervision: false,
    duties: [
      '制定细化工作方案',
      '发动学校和广大教职员工组成助学支教志愿服务队,面向留守儿童、困境儿童等特殊群体开展课业辅导、音体美等课程培训、素质能力拓展和文明礼仪宣传普及等活动',
      '结合乡村复兴少年宫建设,通过驻校开展服务、培养师资、组织活动等方式,解决乡村少年宫师资瓶颈问题',
    ],
  },
  {
    code: 'socialAffairs',
    name: '区社会事务局(民政)',
    aliases: [],
    detailedPlan: true,
    specialSupervision: false,
    duties: [
      '制定细化工作方案',
      '将文明实践与广东社工“双百工程”结合起来,推动相关镇社工服务站深入参与本地文明实践活动',
      '发动全体社工注册为文明实践志愿者,定期就近到所、站开展理论宣传、政策宣传、扶贫帮困、移风易俗等志愿服务活动',
    ],
  },
  {
    code: 'workersCommittee',
    name: '区工委',
    aliases: [],
    detailedPlan: true,
    specialSupervision: true,
    duties: [
      '制定细化工作方案',
      '组织各级工会组织和系统优质资源,到基层开展劳动模范、最美工匠事迹巡回宣讲、工匠技能培训、全健排舞展演、慰问基层困难职工群众等活动',
      '对相关单位开展工作情况进行专项督导',
    ],
  },
  {
    code: 'youthCommittee',
    name: '团工委',
    aliases: [],
    detailedPlan: true,
    specialSupervision: true,
    duties: [
      '制定细化工作方案',
      '统筹指导广大青年志愿者和社会志愿服务组织下基层开展志愿服务活动,推动每个社会志愿服务组织申报实施1个以上文明实践志愿服务项目',
      '建立区级志愿服务资源项目库并进行日常管理,对接学校做好志愿服务资源调配工作',
      '运用“i志愿”平台以及相关网络资源,建立“点单-派单-接单-评单”精准服务群众流程',
      '对相关单位开展工作情况进行专项督导',
    ],
  },
  {
    code: 'womenCommittee',
    name: '妇工委',
    aliases: [],
    detailedPlan: true,
    specialSupervision: true,
    duties: [
      '制定细化工作方案',
      '发动基层妇女组织和广大妇女干部、家庭教育专家学者组成巾帼志愿服务队,到社区家长学校开展家庭教育培训、留守困境儿童关爱、妇女信访维权等志愿服务活动',
      '对相关单位开展工作情况进行专项督导',
    ],
  },
  {
    code: 'publicity',
    name: '区办公室(宣传)',
    aliases: [],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '把新时代文明实践结对共建工作纳入重点新闻选题,持续在微信公众号、网站等开设专栏',
      '深入结对共建一线,宣传报道各地各单位工作成效和创新工作方法,宣传活动给基层群众带来的实惠和好处',
    ],
  },
];

/** What the plan asks of the two sides of a pairing. */
export const PLAN_PARTIES: readonly DutyHolder[] = [
  {
    code: 'pairedSites',
    name: '各结对新时代文明实践所、站',
    aliases: [],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '结合创文指标要求和群众需求,制定本所(站)的文明实践活动年度工作计划和月度工作安排',
      '主动对接各类结对共建主体,确定每个单位提供的志愿服务活动内容、项目和开展时间',
      '提供场地、设备等必要的支持,事前公开发布文明实践活动项目信息',
      '及时整理收集各单位开展活动的图片资料,按照创文网报材料要求向上一级部门报送',
    ],
  },
  {
    code: 'liaisonUnits',
    name: '创文巩卫区级包联单位',
    aliases: [],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '和包联社区(村)提前沟通联系,确定每周包联活动内容',
      '在每月文明实践集中活动周(每月第三个星期),组织本单位志愿者到包联社区(村)新时代文明实践站至少开展1场新时代文明实践活动,活动要求及相关内容对标创文测评标准',
      '其他包联时间,结合实际开展文明劝导、清洁卫生、点位巡查、楼道清理等创文巩卫工作',
    ],
  },
  {
    code: 'keyUnits',
    name: '区重点单位',
    aliases: [],
    detailedPlan: false,
    specialSupervision: false,
    duties: [
      '组织本单位机关干部,按创文巩卫要求到包联社区(村)开展新时代文明志愿服务活动',
      '组织下辖单位、行业协会等成立若干支专业志愿服务队,每个志愿服务队设计1个以上的志愿服务项目,纳入区级志愿服务资源项目库',
      '完成区办公室和区创文巩卫办交办的其他工作任务',
    ],
  },
];
