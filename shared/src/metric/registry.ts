import type { Words } from '../text/words';

/** How a figure reads: a rate in percent, a number of things, hours, or points. */
export type MetricUnit = 'rate' | 'count' | 'hours' | 'points';

/** The records that a figure is taken from; `entries`: the office enters it, as long as nothing here knows it. */
export type MetricRecords =
  | 'ledger'
  | 'activities'
  | 'reports'
  | 'projects'
  | 'attendances'
  | 'stories'
  | 'placements'
  | 'entries';

export type Metric = {
  words: Words;
  unit: MetricUnit;
  records: MetricRecords;
  /** `round`: what falls into the period that the round judges; `now`: as the records stand. */
  period: 'round' | 'now';
  /** What it measures, in one sentence. */
  measures: Words;
};

const of = (
  records: MetricRecords,
  unit: MetricUnit,
  [zh, en]: [string, string],
  [measuresZh, measuresEn]: [string, string],
  period: Metric['period'] = 'round',
): Metric => ({
  words: { zh, en },
  unit,
  records,
  period,
  measures: { zh: measuresZh, en: measuresEn },
});

/** Every figure that an indicator can take from the system, by its key. */
export const METRICS = {
  focusWeekRate: of(
    'ledger',
    'rate',
    ['集中活动周完成率', 'Focus weeks met'],
    [
      '已结束的集中活动周中完成活动的比例，例外的不计',
      'Of the focus weeks that are over, the share that was met; excused ones aside',
    ],
  ),
  cadenceRate: of(
    'ledger',
    'rate',
    ['活动频次达标率', 'Cadence duties met'],
    [
      '台账中已到期的频次要求达标的比例，例外的不计',
      'Of the cadence duties that are over, the share that was met; excused ones aside',
    ],
  ),
  activitiesHeld: of(
    'activities',
    'count',
    ['开展活动场次', 'Activities held'],
    ['本单位已核实的活动场次', "The unit's verified activities"],
  ),
  monthsMet: of(
    'activities',
    'count',
    ['开展活动月数', 'Months with activities'],
    ['有已核实活动的月份数', 'Months in which a verified activity was held'],
  ),
  noticeRate: of(
    'activities',
    'rate',
    ['提前发布率', 'Announced in time'],
    [
      '已到日期的活动中按规定提前公开发布的比例，取消的不计',
      'Of the activities whose day has come, the share announced in time; cancelled ones aside',
    ],
  ),
  photoRate: of(
    'activities',
    'rate',
    ['活动照片齐备率', 'Activities with photos'],
    ['已核实的活动中有现场照片的比例', 'Of the verified activities, the share with photos'],
  ),
  lateReports: of(
    'reports',
    'count',
    ['迟报漏报次数', 'Reports late or missing'],
    ['已到期的工作报送中迟报和漏报的次数', 'Reports due that came late or not at all'],
  ),
  reportsOnTimeRate: of(
    'reports',
    'rate',
    ['按时报送率', 'Reports in time'],
    ['已到期的工作报送中按时报送的比例', 'Of the reports due, the share in time'],
  ),
  projectsListed: of(
    'projects',
    'count',
    ['项目库项目数', 'Projects in the library'],
    ['本单位及其服务队已入库的项目数', 'Projects of the unit and its teams that are listed'],
    'now',
  ),
  volunteerHours: of(
    'attendances',
    'hours',
    ['志愿服务时长', 'Volunteer hours'],
    ['本单位志愿者逐人登记的服务小时数', "Hours recorded of the unit's volunteers, one by one"],
  ),
  storiesPublished: of(
    'stories',
    'count',
    ['已发布稿件数', 'Stories published'],
    ['关于本单位且已发布的稿件数', 'Published stories about the unit'],
  ),
  goodPractices: of(
    'stories',
    'count',
    ['先进做法篇数', 'Good practices'],
    ['已发布的稿件中列为先进做法的篇数', 'Published stories that are marked as good practice'],
  ),
  placementsNational: of(
    'placements',
    'count',
    ['国家级媒体刊发数', 'National placements'],
    ['经核实的国家级媒体刊发，同一篇只计一次', 'Verified publications in national media, each counted once'],
  ),
  placementsProvince: of(
    'placements',
    'count',
    ['省级媒体刊发数', 'Provincial placements'],
    ['经核实的省级媒体刊发，同一篇只计一次', 'Verified publications in provincial media, each counted once'],
  ),
  placementsCity: of(
    'placements',
    'count',
    ['市级媒体刊发数', 'City placements'],
    ['经核实的市级媒体刊发，同一篇只计一次', 'Verified publications in city media, each counted once'],
  ),
  satisfaction: of(
    'entries',
    'rate',
    ['群众满意度', 'Satisfaction'],
    ['受访群众中表示满意的比例', 'Of those asked, the share that is satisfied'],
  ),
  awareness: of(
    'entries',
    'rate',
    ['群众知晓率', 'Awareness'],
    ['受访群众中知道此项工作的比例', 'Of those asked, the share that knows of the programme'],
  ),
  participation: of(
    'entries',
    'rate',
    ['群众参与率', 'Participation'],
    ['受访群众中参加过活动的比例', 'Of those asked, the share that has taken part'],
  ),
  inspectionScore: of(
    'entries',
    'points',
    ['督查得分', 'Inspection result'],
    ['督查组给出的百分制得分', 'The result of the inspection, out of 100'],
  ),
} as const satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;

export const METRIC_KEYS = Object.keys(METRICS) as MetricKey[];

/** Whether the system knows where a figure comes from. */
export const isMetric = (key: string): key is MetricKey => Object.hasOwn(METRICS, key);

/** The figure of a key; null for one that nobody can source. */
export const metricOf = (key: string): Metric | null => (isMetric(key) ? METRICS[key] : null);

/** What a figure is called; a key that is not known goes by itself. */
export const metricWords = (key: string): Words => metricOf(key)?.words ?? { zh: key, en: key };

/** The key that somebody means who writes a key or its words; null for neither. */
export function metricNamed(text: string): MetricKey | null {
  if (isMetric(text)) return text;
  const plain = text.trim().toLowerCase();
  return (
    METRIC_KEYS.find((key) => {
      const { zh, en } = METRICS[key].words;
      return zh === plain || en.toLowerCase() === plain;
    }) ?? null
  );
}

/** The figures that the office enters, in the order in which they are offered. */
export const ENTERED_METRICS = ['satisfaction', 'awareness', 'participation', 'inspectionScore'] as const;
export type EnteredMetric = (typeof ENTERED_METRICS)[number];

export const isEntered = (key: string): key is EnteredMetric => metricOf(key)?.records === 'entries';

/** What the records are called that a figure comes from. */
export const RECORDS_WORDS: Record<MetricRecords, Words> = {
  ledger: { zh: '台账', en: 'the ledger' },
  activities: { zh: '活动记录', en: 'activities' },
  reports: { zh: '工作报送', en: 'reports' },
  projects: { zh: '项目库', en: 'the project library' },
  attendances: { zh: '志愿时长', en: 'volunteer hours' },
  stories: { zh: '稿件', en: 'stories' },
  placements: { zh: '媒体刊发', en: 'media placements' },
  entries: { zh: '区办公室录入', en: 'entered by the office' },
};
