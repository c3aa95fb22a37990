import type { Words } from '../text';
import type { CategoryCode } from './vocabulary';

/** An activity category with what the plan suggests under it. */
export type CategoryPreset = { code: CategoryCode; order: number; name: Words; guidance: string };

const category = (
  order: number,
  code: CategoryCode,
  zh: string,
  en: string,
  guidance: string,
): CategoryPreset => ({ code, order, name: { zh, en }, guidance });

/** The 13 categories of 五(二), in the plan's order; the guidance is its own text, shortened. */
export const PLAN_CATEGORIES: readonly CategoryPreset[] = [
  category(
    1,
    'cityCivility',
    '创文巩卫',
    'City civility and hygiene',
    '与所、站对接,开展环境卫生、文明劝导、点位巡查、楼道清理等创文巩卫工作。协助街道社区对照测评要求开展社会主义核心价值观主题教育、“我们的节日”主题活动、未成年人文体活动等各项创建任务。',
  ),
  category(
    2,
    'partyLecture',
    '专题党课',
    'Party lecture',
    '开展“万名党员讲党课”活动,各包联单位派出党员特别是年轻党员到包联社区(村)的新时代文明实践站讲1次党课,宣讲党的辉煌历史,传播党的创新理论,宣传十九届历次全会、党的二十大精神。',
  ),
  category(
    3,
    'citizenTalks',
    '百姓宣讲',
    'Citizens’ talks',
    '结合身边的事例,宣讲社会保障、生态环境、医疗教育、科技创新、脱贫攻坚、扫黑除恶、文艺创作等方面的喜人成绩,宣讲扶贫干部、助教老师、抗疫医生等先进模范的感人事迹。',
  ),
  category(
    4,
    'cultureArts',
    '文化文艺',
    'Culture and arts',
    '抓住重要节庆时段,开展群体性文化活动、公益培训、民间文化赛事,挖掘培育民间文化能人;深化拓展“我们的节日”等主题活动,开展民间艺术、民俗表演、民间传统体育、广场舞、小戏小品展演、戏曲会演、群众体育比赛等活动。',
  ),
  category(
    5,
    'legalAid',
    '法律援助',
    'Legal aid',
    '结合大众普法、送法入户,加强法治宣传教育,重点宣传习近平法治思想;开展法律咨询、民事调解等服务,普及未成年人保护、妇女权益等政策法规;开展宪法学习宣传教育活动。',
  ),
  category(
    6,
    'science',
    '科学普及',
    'Popular science',
    '围绕实用技术培训、农业科技指导等开展科学技术推广活动;开展智慧社区、防震减灾、人工智能、3D打印、应急自救等科普宣传展示,提供科普咨询。',
  ),
  category(
    7,
    'healthFitness',
    '医疗健身',
    'Health and fitness',
    '开展义诊、送医下乡活动,提供体格检查、血压测量、血糖测量、常见病、多发病、疑难疾病的诊治以及健康知识宣传等服务。开展健身知识讲座,指导社区居民体育健身、户外锻炼。',
  ),
  category(
    8,
    'digitalElderAid',
    '智慧助老',
    'Digital help for the elderly',
    '通过培训和“一对一”指引服务,对老年人常用的就医挂号、网上办事、网上沟通等提供操作指引,开展老年人防网络诈骗宣传等。',
  ),
  category(
    9,
    'familyEducation',
    '家庭教育',
    'Family education',
    '深化传承好家教好家风行动,开展写家史、读家书、谈家教、讲家训、立家规、传家宝等活动。以促进未成年人健康成长为重点,开展亲子互动教育和书法、声乐、舞蹈等文化辅导,普及现代家庭教育知识。',
  ),
  category(
    10,
    'youthMoral',
    '立德树人',
    'Moral education of the young',
    '加强社区(村)未成年人思想道德建设,开展“扣好人生第一粒扣子”“争当时代新人”“四点半课堂”“美育实践课堂”“童心向党”等活动。结合乡村复兴少年宫建设,通过驻校开展服务、培养师资、组织活动等方式开展志愿服务。',
  ),
  category(
    11,
    'civilCustoms',
    '文明乡风',
    'Civil customs',
    '开展社会主义核心价值观主题教育活动,开展好邻居、好媳妇、好公婆评选和寻找“最美家庭”、创建文明村镇、创建“星级文明户”活动。开展移风易俗宣传教育,遏制大操大办、铺张浪费、封建迷信等陋习。',
  ),
  category(
    12,
    'safety',
    '安全宣传',
    'Safety',
    '普及烟花爆竹、溺亡、触电、火灾、煤气爆炸及中毒等常见安全事故防范处理常识和基本交通法规,开展反网络诈骗、反邪教、反毒品教育。',
  ),
  category(
    13,
    'care',
    '关爱行动',
    'Care',
    '以关爱孤寡老人、留守儿童、困境儿童等困难群体为重点,组织志愿者结对帮扶,开展代购代送、上门义诊、义务理发、家电维修、家政服务、亲情陪伴等志愿服务;设计专门配送类项目,开展“一对一”或“多对一”结对帮扶。',
  ),
];
