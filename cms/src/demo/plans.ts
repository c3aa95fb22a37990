import type { CategoryCode } from '@jiedui/shared/programme';
import type { BulkCreate } from '../write/bulk';
import { DEMO_SITE, DEMO_UNIT } from './accounts';
import { example } from './marks';
import { instituteOf } from './places';
import { siteKey, unitKey } from './registry';

type Categories = ReadonlyMap<string, string>;
type Item = { month: string; category: CategoryCode; title: string; times: number };
type Slot = { day: string; from: string; to: string; title: string; category: CategoryCode; item?: number };

const SITES = [
  { site: DEMO_SITE, leader: '周敏', state: 'approved' },
  { site: instituteOf('云溪镇'), leader: '何志强', state: 'submitted' },
] as const;

const GOALS =
  '每月开展文明实践活动不少于四场,集中活动周至少一场;理论宣讲、文化文艺、科学普及和医疗健身每月都有安排,重点照顾独居老人和留守儿童。';

/** What both sites plan for each month of the second half of 2022. */
const ITEMS: readonly Item[] = ['07', '08', '09', '10', '11', '12'].flatMap((month): Item[] => [
  { month: `2022-${month}`, category: 'citizenTalks', title: '百姓宣讲进社区', times: 1 },
  { month: `2022-${month}`, category: 'healthFitness', title: '健康义诊', times: 1 },
  { month: `2022-${month}`, category: 'cityCivility', title: '楼道清理和文明劝导', times: 2 },
]);

const NOVEMBER: readonly Slot[] = [
  {
    day: '2022-11-05',
    from: '09:00',
    to: '10:30',
    title: '楼道清理行动',
    category: 'cityCivility',
    item: 14,
  },
  {
    day: '2022-11-10',
    from: '09:30',
    to: '11:30',
    title: '惠民政策宣讲',
    category: 'citizenTalks',
    item: 12,
  },
  { day: '2022-11-17', from: '15:00', to: '16:30', title: '健康义诊', category: 'healthFitness', item: 13 },
  { day: '2022-11-18', from: '19:30', to: '21:00', title: '广场舞展演', category: 'cultureArts' },
  { day: '2022-11-26', from: '09:00', to: '11:00', title: '文明劝导', category: 'cityCivility', item: 14 },
];
const OCTOBER: readonly Slot[] = [
  {
    day: '2022-10-12',
    from: '09:30',
    to: '11:00',
    title: '百姓宣讲进社区',
    category: 'citizenTalks',
    item: 9,
  },
  { day: '2022-10-20', from: '15:00', to: '16:30', title: '健康义诊', category: 'healthFitness', item: 10 },
];

const planKey = (site: string) => `plan:${site}`;
const itemKey = (site: string, at: number) => `plan:${site}:${at}`;

/** The annual plans of two sites, and the autumn months of one. */
export function planRows(categories: Categories): BulkCreate[] {
  const category = (code: CategoryCode) => ({ documentId: categories.get(code) ?? '' });
  const plans = SITES.map(({ site, leader, state }) => ({
    key: planKey(site),
    values: example({
      station: { key: siteKey(site) },
      year: 2022,
      leader,
      goals: GOALS,
      state,
      submittedAt: '2022-07-05T02:00:00.000Z',
      approvedAt: state === 'approved' ? '2022-07-08T02:00:00.000Z' : null,
    }),
  }));
  const items = SITES.flatMap(({ site, leader }) =>
    ITEMS.map(({ month, category: code, title, times }, at) => ({
      key: itemKey(site, at),
      values: example({
        plan: { key: planKey(site) },
        month,
        category: category(code),
        title,
        plannedCount: times,
        owner: leader,
      }),
    })),
  );
  const slots = [...OCTOBER, ...NOVEMBER].map(({ day, from, to, title, category: code, item }) => ({
    key: `slot:${day}:${title}`,
    values: example({
      station: { key: siteKey(DEMO_SITE) },
      day,
      startTime: from,
      endTime: to,
      title,
      category: category(code),
      unit: { key: unitKey(DEMO_UNIT) },
      venue: '站内活动室',
      owner: '周敏',
      planItem: item === undefined ? null : { key: itemKey(DEMO_SITE, item) },
    }),
  }));
  return [
    { resource: 'site-plan', rows: plans },
    { resource: 'plan-item', rows: items },
    { resource: 'schedule-item', rows: slots },
  ];
}
