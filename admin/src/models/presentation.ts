import { VENUE_KINDS } from '@jiedui/shared/activity';
import type { FieldDescription, ModelsDescription, TypeDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';

/** Where the list of a type is and whether each record has a page below it, for types with handmade pages. */
const HANDMADE: Readonly<Record<string, { list: string; records: boolean }>> = {
  unit: { list: '/units', records: true },
  station: { list: '/stations', records: true },
  pairing: { list: '/pairings', records: true },
  'volunteer-team': { list: '/teams', records: true },
  activity: { list: '/activities', records: true },
  'activity-material': { list: '/activity-materials', records: true },
  attendance: { list: '/hours', records: false },
  'ivolunteer-batch': { list: '/hours', records: false },
  'ivolunteer-entry': { list: '/hours', records: false },
  'hour-review': { list: '/hours', records: false },
  'site-plan': { list: '/site-plans', records: true },
  'plan-item': { list: '/site-plans', records: false },
  'schedule-item': { list: '/schedule', records: false },
  'site-offer': { list: '/site-offers', records: false },
  'action-plan': { list: '/action-plans', records: true },
  'plan-task': { list: '/action-plans', records: false },
  'liaison-content': { list: '/liaison-contents', records: true },
  project: { list: '/projects', records: true },
  story: { list: '/stories', records: true },
  'story-photo': { list: '/stories', records: false },
  'portrait-consent': { list: '/stories', records: false },
  'story-comment': { list: '/stories', records: false },
  'api-consumer': { list: '/api-consumers', records: true },
  'media-placement': { list: '/media-placements', records: true },
  webhook: { list: '/webhooks', records: true },
  'photo-flag': { list: '/photo-flags', records: true },
  report: { list: '/reports', records: true },
  'report-requirement': { list: '/report-requirements', records: true },
  'material-submission': { list: '/material-submissions', records: true },
  'filing-requirement': { list: '/filing-requirements', records: true },
  rubric: { list: '/rubrics', records: true },
  round: { list: '/rounds', records: true },
  evaluation: { list: '/evaluations', records: true },
  recusal: { list: '/recusals', records: false },
  'metric-entry': { list: '/metric-entries', records: true },
  moderation: { list: '/moderations', records: true },
  'moderation-reply': { list: '/moderation-replies', records: true },
  assignment: { list: '/rounds', records: false },
  result: { list: '/rounds', records: false },
  'unit-result': { list: '/unit-results', records: true },
  appeal: { list: '/appeals', records: true },
  programme: { list: '/programme', records: false },
  staff: { list: '/staff', records: false },
  word: { list: '/words', records: false },
  'computed-column': { list: '/computed-columns', records: false },
  // Views are kept beside the list that they are of.
  'saved-view': { list: '/', records: false },
};

/** Lists drawn from the model by which the office sets up the system: they stand with its tools, not with records. */
const OFFICE_LISTS = ['form-rule', 'ivolunteer-mapping'];

export const isOfficeList = (resource: string): boolean => OFFICE_LISTS.includes(resource);

/** Types whose records have no name: they go by what they join. */
const NAMELESS = ['pairing', 'assignment', 'recusal', 'evaluation', 'metric-entry', 'moderation-reply'];

/** The order of a type in a picker where it is not that of its names. */
const PICKER_ORDER: Readonly<Record<string, string>> = { category: 'order' };

const DOCUMENT = 'image/*,.pdf,.doc,.docx';
const ACCEPT: Readonly<Record<string, string>> = {
  'activity.publicSecurityApproval': DOCUMENT,
  'activity.urbanManagementApproval': DOCUMENT,
  'activity.photos': 'image/*',
  'activity-material.files': DOCUMENT,
  'guardian-consent.paper': DOCUMENT,
  'story.photos': 'image/*',
  'media-placement.evidence': DOCUMENT,
  'evaluation.files': 'image/*,.pdf',
  'appeal.evidence': DOCUMENT,
  'metric-entry.document': 'image/*,.pdf',
  'round.caseFiles': 'image/*,.pdf',
  'report.files': 'image/*,.pdf',
  'material-submission.files': 'image/*,.pdf',
};

const MEDIA: Readonly<Record<string, string>> = {
  images: 'image/*',
  videos: 'video/*',
  audios: 'audio/*',
  files: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,.zip',
};

const HELP: Readonly<Record<string, Words>> = {
  numerator: {
    zh: '满意、知晓或参与的人数;督查得分不填。',
    en: 'Who is satisfied, knows of it or took part; not for an inspection.',
  },
  denominator: {
    zh: '回答了这一问题的人数;不足 10 份的不计。',
    en: 'Who has answered; fewer than ten count for nothing.',
  },
  invited: { zh: '发出问卷或被问到的人数,可不填。', en: 'Who was asked; may be left out.' },
  judgesFrom: {
    zh: '从系统记录取数的第一天;不填为方案开始日期。',
    en: 'The first day whose records are judged; left out, that of the programme.',
  },
  judgesTo: {
    zh: '从系统记录取数的最后一天;不填为本轮截止日期。',
    en: 'The last day whose records are judged; left out, that of the round.',
  },
  childName: {
    zh: '填写姓名,保存时只留姓氏。',
    en: 'Write the name; only the first character is kept.',
  },
  week: {
    zh: '填该周任意一天,记为该周的星期一。',
    en: 'Any day of the week; it is kept by its Monday.',
  },
  goals: {
    zh: '全年要达到的目标、重点活动和保障措施。',
    en: 'What the year is to reach, and how.',
  },
  'api-consumer.columns': {
    zh: '只能取所选专栏的稿件;不选则可取全部专栏。',
    en: 'Only the stories of these columns; none chosen means all.',
  },
  dailyQuota: {
    zh: '按北京时间每日计算,超过后当天不再应答。',
    en: 'Counted by the day in Asia/Shanghai; beyond it nothing is answered until midnight.',
  },
  aliases: {
    zh: '材料中的其他叫法,导入时据此识别。输入后按回车。',
    en: 'Other names in papers; imports recognise them. Press Enter after each.',
  },
};

export const isHandmade = (resource: string): boolean => Object.hasOwn(HANDMADE, resource);

/** Where the list of a type is. */
export const listAddress = ({ resource, path }: Pick<TypeDescription, 'resource' | 'path'>): string =>
  HANDMADE[resource]?.list ?? `/records/${path}`;

/** Where a record has its page; null where the type has none for each record. */
export function recordAddress(type: Pick<TypeDescription, 'resource' | 'path'>, id: string): string | null {
  return HANDMADE[type.resource]?.records === false ? null : `${listAddress(type)}/${id}`;
}

export const isNameless = (resource: string): boolean => NAMELESS.includes(resource);

export const pickerOrder = (resource: string): string | undefined => PICKER_ORDER[resource];

/** What a person may choose for a field of files; undefined for anything. */
export function acceptOf(resource: string, field: string, description: FieldDescription): string | undefined {
  const own = ACCEPT[`${resource}.${field}`];
  const allowed = description.attribute.allowedTypes ?? [];
  // Without a restriction Strapi's own file types allow everything.
  return own ?? (allowed.length > 0 ? allowed.map((type) => MEDIA[type] ?? '').join(',') : undefined);
}

/** The description with what only the console knows of the program's own types. */
export function presented(models: ModelsDescription): ModelsDescription {
  return { ...models, types: models.types.map(presentedType) };
}

function presentedType(type: TypeDescription): TypeDescription {
  if (type.custom) return type;
  const fields = Object.fromEntries(
    Object.entries(type.fields).map(([name, field]) => [name, presentedField(type.resource, name, field)]),
  );
  return { ...type, fields };
}

function presentedField(resource: string, name: string, field: FieldDescription): FieldDescription {
  const help = field.help ?? HELP[`${resource}.${name}`] ?? HELP[name];
  const helped = help && !field.added ? { ...field, help } : field;
  if (resource !== 'activity' || name !== 'venueKind') return helped;
  // A text, since the programme keeps its own list of kinds; the words of the usual ones are known.
  return { ...helped, kind: 'enum', options: VENUE_KINDS.map(({ code, words }) => ({ value: code, words })) };
}
