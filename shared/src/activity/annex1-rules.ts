import type { ActivityRule } from './activity-rule';

const DOCUMENT = '附件1 文明实践志愿服务活动指引';
const from = (item: string, text: string): ActivityRule['source'] => ({ document: DOCUMENT, item, text });

// The annex gives no lead time beyond 提前; "the day before" is ours and can be edited.
const DAY_BEFORE = 1;

const PEOPLE_1000 = '预计参加人数在1000人以上的活动须经县级以上公安机关审批同意';
const PUBLIC_PLACE = '在城区公园、广场、商场外面空地等公共场所举办的活动需经城管部门审批同意';

/** What must be there before the activity: approvals, materials, first aid, guides, i志愿. */
const BEFOREHAND: readonly ActivityRule[] = [
  {
    code: 'annex1.1a',
    words: { zh: '千人以上活动须经公安机关审批', en: '1,000 people or more: public-security approval' },
    appliesWhen: { kind: 'expectedPeople', atLeast: 1000 },
    requires: { kind: 'publicSecurityApproval', level: 'county' },
    blocks: 'announce',
    missing: {
      zh: '请向县级以上公安机关报批,并在“公安审批文件”中上传批件。',
      en: 'Apply to the public-security organ (county level or above) and upload its approval.',
    },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('1', PEOPLE_1000),
  },
  {
    code: 'annex1.1b',
    words: { zh: '公共场所活动须经城管部门审批', en: 'Public place: urban-management approval' },
    appliesWhen: { kind: 'publicVenue' },
    requires: { kind: 'urbanManagementApproval' },
    blocks: 'announce',
    missing: {
      zh: '请向城管部门报批,并在“城管审批文件”中上传批件。',
      en: 'Apply to the urban-management department and upload its approval.',
    },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('1', PUBLIC_PLACE),
  },
  {
    code: 'annex1.3a',
    words: { zh: '非常态化活动应设背景板', en: 'An activity that is not routine has a backdrop' },
    appliesWhen: { kind: 'notRoutine' },
    requires: { kind: 'backdrop' },
    blocks: 'announce',
    missing: {
      zh: '请在宣传物料中登记背景板;如属常态化开展,请勾选“常态化活动”。',
      en: 'List the backdrop among the materials, or mark the activity as routine if it is.',
    },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('3', '常态化开展的活动可不设背景板'),
  },
  {
    code: 'annex1.3b',
    words: {
      zh: '背景板、横幅、展板须有主题、主办单位、时间,并提前审核',
      en: 'Backdrop, banner and board show theme, host and time and are reviewed beforehand',
    },
    appliesWhen: { kind: 'always' },
    requires: { kind: 'reviewedMaterials' },
    blocks: 'announce',
    missing: {
      zh: '请在“宣传物料”中逐件登记并送审,由镇或区审核通过。',
      en: 'List the pieces under “materials” and send them in; the town or the district reviews them.',
    },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('3', '活动背景板、横幅、展板等必须有活动主题、主办单位、时间等相关信息,提前报相关部门审核'),
  },
  {
    code: 'annex1.6b',
    words: { zh: '专人携带常用应急药箱备勤', en: 'A named person stands by with a first-aid kit' },
    appliesWhen: { kind: 'always' },
    requires: { kind: 'field', field: 'firstAidOfficer' },
    blocks: 'clear',
    missing: { zh: '请在“急救备勤人员”中填写姓名。', en: 'Name the first-aid officer.' },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('6', '有专人携带常用应急药箱备勤,以便应对突发情况'),
  },
  {
    code: 'annex1.6c',
    words: { zh: '确定场内指引志愿者', en: 'Volunteers who guide the participants are named' },
    appliesWhen: { kind: 'always' },
    requires: { kind: 'field', field: 'guides' },
    blocks: 'announce',
    missing: { zh: '请在“指引志愿者”中填写姓名。', en: 'Name the guide volunteers.' },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('6', '场内有志愿者进行活动指引'),
  },
  {
    code: 'annex1.7a',
    words: { zh: '登录“i志愿”系统进行活动报名', en: 'Sign-up in i志愿' },
    appliesWhen: { kind: 'always' },
    requires: { kind: 'field', field: 'ivolunteerNumber' },
    blocks: 'announce',
    missing: {
      zh: '请在“i志愿”系统发布活动,并填写“i志愿活动编号”。',
      en: 'Create the activity in i志愿 and enter its number.',
    },
    suppliers: ['unit', 'station'],
    leadDays: DAY_BEFORE,
    source: from('7', '参与活动的工作人员、志愿者需登录"i志愿"系统进行活动报名'),
  },
];

type Question = { code: string; item: string; zh: string; en: string; text: string };

/** What is asked after the event; the words are the question's statement. */
const QUESTIONS: readonly Question[] = [
  {
    code: 'annex1.2',
    item: '2',
    zh: '工作人员着装整洁、用语文明,对不文明现象作了劝阻',
    en: 'Staff tidy and civil; uncivil conduct was dissuaded',
    text: '工作人员着装干净、整洁,文明用语;如遇到参加活动人员穿拖鞋、背心、赤膊、非吸烟区吸烟、乱停车等不文明现象要劝阻',
  },
  {
    code: 'annex1.4',
    item: '4',
    zh: '场内环境卫生整洁,无积水、纸屑、烟头等垃圾',
    en: 'Site clean: no puddles, paper or cigarette ends',
    text: '场内环境卫生整洁,无积水、无纸屑、烟头等垃圾',
  },
  {
    code: 'annex1.5',
    item: '5',
    zh: '现场秩序良好,参加人员聚精会神',
    en: 'Order kept, participants attentive',
    text: '活动现场秩序良好,参加活动人员要聚精会神,无交头接耳、左顾右盼、打闹、玩手机等行为',
  },
  {
    code: 'annex1.6a',
    item: '6',
    zh: '场内有志愿者进行活动指引',
    en: 'Volunteers guided the participants',
    text: '场内有志愿者进行活动指引',
  },
  {
    code: 'annex1.7b',
    item: '7',
    zh: '工作人员、志愿者已在“i志愿”系统计时',
    en: 'Staff and volunteers clocked their time in i志愿',
    text: '参与活动的工作人员、志愿者需登录"i志愿"系统进行活动报名和志愿服务计时',
  },
];

const AFTERWARDS: readonly ActivityRule[] = QUESTIONS.map(({ code, item, zh, en, text }) => ({
  code,
  words: { zh, en },
  appliesWhen: { kind: 'always' },
  requires: { kind: 'checklist' },
  blocks: 'report',
  missing: {
    zh: `请在活动后检查表中回答:“${zh}”。`,
    en: `Answer in the checklist after the event: “${en}”.`,
  },
  suppliers: ['unit', 'station'],
  leadDays: 0,
  source: from(item, text),
}));

/** Annex 1 of the plan, seven items as twelve rules; an item that asks for two things is split (1a, 1b). */
export const ANNEX1_RULES: readonly ActivityRule[] = [...BEFOREHAND, ...AFTERWARDS].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);
