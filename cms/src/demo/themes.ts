import type { CategoryCode } from '@jiedui/shared/programme';

/** What activities of a category are called, and what is reported of them. */
export type Theme = { titles: readonly string[]; done: string };

export const THEMES: Record<CategoryCode, Theme> = {
  cityCivility: {
    titles: ['清洁家园志愿行动', '文明劝导在路口', '楼道清理行动', '点位巡查和环境整治', '垃圾分类入户宣传'],
    done: '清理楼道杂物和小广告,劝导不文明行为,向居民发放倡议书。',
  },
  partyLecture: {
    titles: ['党员讲党课:学习党的创新理论', '党员讲党课:身边的榜样', '党员讲党课:走好新的赶考路'],
    done: '青年党员结合岗位经历授课,与居民党员座谈交流。',
  },
  citizenTalks: {
    titles: ['百姓宣讲:社保政策在身边', '百姓宣讲:家乡十年看变化', '惠民政策面对面'],
    done: '用身边的事例讲解惠民政策,现场解答居民提问。',
  },
  cultureArts: {
    titles: ['邻里文化节', '敬老文艺演出', '广场舞交流展演', '书法进社区', '乡村小戏展演'],
    done: '居民自编自演节目,现场气氛热烈,并征集了下一期节目。',
  },
  legalAid: {
    titles: ['法律咨询进社区', '宪法宣传进村居', '防范电信诈骗普法讲座'],
    done: '现场解答婚姻家庭、劳动争议等咨询,登记需要跟进的事项。',
  },
  science: {
    titles: ['科普大篷车进村居', '农业实用技术培训', '防震减灾科普讲座', '3D打印体验课'],
    done: '讲解并演示,居民动手体验,发放科普资料。',
  },
  healthFitness: {
    titles: ['健康讲堂:慢病管理', '义诊进社区', '爱眼护齿进村居', '八段锦教学'],
    done: '提供血压、血糖测量和用药指导,为行动不便的老人上门服务。',
  },
  digitalElderAid: {
    titles: ['手机课堂:就医挂号', '手机课堂:防范网络诈骗', '智慧助老一对一辅导'],
    done: '志愿者一对一辅导老人使用手机办事,登记了下次想学的内容。',
  },
  familyEducation: {
    titles: ['家长课堂:陪伴的方法', '亲子共读一小时', '好家风故事会'],
    done: '家长和孩子一起完成任务,现场解答家庭教育中的困惑。',
  },
  youthMoral: {
    titles: ['四点半课堂', '童心向党主题活动', '扣好人生第一粒扣子主题班会', '美育实践课堂'],
    done: '辅导作业并开展主题活动,孩子们积极参加。',
  },
  civilCustoms: {
    titles: ['移风易俗宣传', '最美家庭评选', '好邻居故事分享会'],
    done: '宣传喜事新办、丧事简办,征集身边的文明故事。',
  },
  safety: {
    titles: ['用电用气安全入户排查', '消防演练进社区', '家庭防火课堂', '交通安全宣传'],
    done: '讲解安全知识并组织演练,入户排查隐患,当场提醒整改。',
  },
  care: {
    titles: ['探访独居老人', '义务理发和家电维修', '关爱困境儿童行动', '送温暖上门'],
    done: '入户探访,了解生活困难,能办的当场办,其余登记转办。',
  },
};
