import type { CategoryCode, UnitClass } from '@jiedui/shared/programme';

/**
 * An invented unit. `diligence` (0–1) is how reliably it does and reports what is asked, so that the ledger
 * and the scores tell a story; `strengths` are the categories it turns to first.
 */
export type DemoUnit = {
  name: string;
  alias: string;
  unitClass: UnitClass;
  department: string;
  resident: boolean;
  diligence: number;
  strengths: readonly CategoryCode[];
  pairings: number;
};

type Row = [
  name: string,
  alias: string,
  department: string,
  diligence: number,
  strengths: CategoryCode[],
  pairings: number,
  resident?: 'resident',
];

const PARTY = '区直属机关党委';
const WORKERS = '区工委';
const SOCIAL = '区社会事务局(民政)';
const YOUTH = '团工委';
const WOMEN = '妇工委';
const EDUCATION = '区教育发展中心';

const LIAISON: Row[] = [
  ['区财政局', '财政局', PARTY, 0.95, ['citizenTalks', 'cityCivility', 'care'], 2],
  ['区经济发展局', '经发局', PARTY, 0.82, ['cityCivility', 'science'], 2],
  ['区规划建设局', '规建局', PARTY, 0.7, ['cityCivility', 'safety'], 2],
  ['区人力资源局', '人社局', PARTY, 0.88, ['citizenTalks', 'legalAid', 'care'], 2],
  ['区审计局', '审计局', PARTY, 0.78, ['cityCivility', 'civilCustoms'], 2],
  ['区投资促进局', '招商局', PARTY, 0.45, ['cityCivility'], 2],
  ['区行政服务中心', '政务中心', PARTY, 0.92, ['digitalElderAid', 'citizenTalks'], 2],
  ['区土地储备中心', '土储中心', PARTY, 0.6, ['cityCivility', 'civilCustoms'], 2],
  ['区税务局', '税务局', WORKERS, 0.86, ['legalAid', 'citizenTalks'], 2, 'resident'],
  ['区市场监管局', '市监局', WORKERS, 0.74, ['safety', 'digitalElderAid'], 2, 'resident'],
  ['供电局高新分局', '供电分局', WORKERS, 0.9, ['safety', 'care'], 2, 'resident'],
  ['区消防救援大队', '消防大队', WORKERS, 0.97, ['safety'], 2, 'resident'],
  ['电信公司高新分公司', '电信高新', WORKERS, 0.55, ['digitalElderAid', 'science'], 2, 'resident'],
  ['农商银行高新支行', '农商行高新', WORKERS, 0.66, ['safety', 'digitalElderAid'], 2, 'resident'],
];

const KEY: Row[] = [
  ['区卫生健康局', '卫健局', SOCIAL, 0.94, ['healthFitness', 'science'], 2],
  ['区农业农村办', '农业办', SOCIAL, 0.76, ['science', 'civilCustoms'], 2],
  ['区综合行政执法局', '执法局', SOCIAL, 0.68, ['cityCivility', 'legalAid'], 2],
  ['区应急管理局', '应急局', SOCIAL, 0.85, ['safety', 'science'], 2],
  ['区人民医院', '高新医院', SOCIAL, 0.9, ['healthFitness', 'care'], 2],
  ['区文化体育局', '文体局', YOUTH, 0.8, ['cultureArts', 'healthFitness'], 2],
  ['区科技创新局', '科创局', YOUTH, 0.58, ['science', 'digitalElderAid'], 2],
  ['公安局高新分局', '公安分局', YOUTH, 0.83, ['safety', 'legalAid'], 1, 'resident'],
  ['区交通运输局', '交通局', YOUTH, 0.5, ['safety'], 1],
  ['区司法所', '司法所', WOMEN, 0.87, ['legalAid', 'familyEducation'], 1],
  ['生态环境局高新分局', '环保分局', WOMEN, 0.72, ['science', 'cityCivility'], 1, 'resident'],
  ['自然资源局高新分局', '自然资源分局', WOMEN, 0.4, ['cityCivility'], 0, 'resident'],
];

const SCHOOL: Row[] = [
  ['区第一中学', '高新一中', EDUCATION, 0.88, ['youthMoral', 'cultureArts'], 2],
  ['区第二中学', '高新二中', EDUCATION, 0.72, ['youthMoral', 'science'], 2],
  ['区实验中学', '实验中学', EDUCATION, 0.8, ['science', 'youthMoral'], 2],
  ['区第一小学', '高新一小', EDUCATION, 0.93, ['familyEducation', 'youthMoral'], 2],
  ['区第二小学', '高新二小', EDUCATION, 0.65, ['youthMoral', 'care'], 2],
  ['区第三小学', '高新三小', EDUCATION, 0.56, ['cultureArts'], 1],
  ['区实验小学', '实验小学', EDUCATION, 0.86, ['familyEducation', 'cultureArts'], 1],
  ['区职业技术学校', '高新职校', EDUCATION, 0.75, ['digitalElderAid', 'care'], 1],
  ['区特殊教育学校', '特教学校', EDUCATION, 0.82, ['care', 'familyEducation'], 1],
  ['区机关幼儿园', '机关幼儿园', EDUCATION, 0.6, ['familyEducation'], 0],
];

const unitsOf = (unitClass: UnitClass, rows: Row[]): DemoUnit[] =>
  rows.map(([name, alias, department, diligence, strengths, pairings, resident]) => ({
    name,
    alias,
    unitClass,
    department,
    diligence,
    strengths,
    pairings,
    resident: resident === 'resident',
  }));

/** 36 units in the three classes. Two are not paired yet: the workbench has something to say about them. */
export const UNITS: readonly DemoUnit[] = [
  ...unitsOf('liaison', LIAISON),
  ...unitsOf('key', KEY),
  ...unitsOf('school', SCHOOL),
];
