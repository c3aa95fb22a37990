import { type Day, instantAt } from '@jiedui/shared/calendar';
import type { CategoryCode } from '@jiedui/shared/programme';
import type { BulkCreate } from '../write/bulk';
import type { Values } from '../write/column-values';
import { DEMO_SITE, DEMO_UNIT } from './accounts';
import { example } from './marks';
import { instituteOf } from './places';
import { siteKey, unitKey } from './registry';

/** The activity whose whole way the people of the demonstration walk themselves. */
export const WALKED = 'activity:walked';
/** One that its site may announce, and one that went back to its unit. */
export const TO_ANNOUNCE = 'activity:toAnnounce';
export const SENT_BACK = 'activity:sentBack';
/** Reported, with people who are entered one by one. */
export const TO_VERIFY = 'activity:toVerify';
/** Announced and over, but nobody has recorded that it was held. */
export const FORGOTTEN = 'activity:forgotten';
/** One in a park whose materials are under review, and one for minors that is not ready. */
export const IN_PARK = 'activity:park';
export const FOR_MINORS = 'activity:forMinors';

type Extra = {
  key: string;
  title: string;
  category: CategoryCode;
  unit: string;
  site: string;
  day: Day;
  from: string;
  to: string;
  venue: string;
  venueKind: string;
  expectedPeople: number;
  values: Values;
};

const PREPARED = {
  firstAidOfficer: '东湖社区值班员',
  guides: '东湖社区志愿者2名',
  materialsReviewed: true,
};
const here = { unit: DEMO_UNIT, site: DEMO_SITE, venue: '站内活动室', venueKind: 'site' };
const inTown = { site: instituteOf('云溪镇'), category: 'healthFitness' } as const;

/**
 * What the generator would not come up with: something that waits for each account, and two that Annex 1
 * holds back (a public place, and more than a thousand people in one).
 */
const EXTRAS: readonly Extra[] = [
  {
    ...here,
    key: WALKED,
    title: '百姓宣讲:惠民政策面对面',
    category: 'citizenTalks',
    day: '2022-11-10',
    from: '09:30',
    to: '11:30',
    expectedPeople: 40,
    values: { ...PREPARED, ivolunteerNumber: '示例-900001', state: 'planned' },
  },
  {
    ...here,
    key: SENT_BACK,
    title: '楼道清理行动',
    category: 'cityCivility',
    day: '2022-11-05',
    from: '14:30',
    to: '16:30',
    expectedPeople: 25,
    values: {
      ...PREPARED,
      ivolunteerNumber: '示例-900002',
      announcedAt: instantAt('2022-11-02', '10:20'),
      reportedAt: instantAt('2022-11-09', '16:40'),
      actualPeople: 60,
      volunteers: 8,
      serviceMinutes: 8 * 120,
      summary: '组织志愿者8人,清理楼道杂物。',
      state: 'reported',
    },
  },
  {
    ...here,
    key: 'activity:toReport',
    title: '反诈宣传进楼栋',
    category: 'safety',
    day: '2022-11-14',
    from: '19:30',
    to: '21:00',
    expectedPeople: 30,
    values: {
      ...PREPARED,
      ivolunteerNumber: '示例-900003',
      announcedAt: instantAt('2022-11-11', '09:30'),
      state: 'held',
    },
  },
  {
    ...here,
    key: TO_ANNOUNCE,
    title: '探访独居老人',
    category: 'care',
    day: '2022-11-19',
    from: '09:00',
    to: '11:00',
    expectedPeople: 20,
    values: { ...PREPARED, ivolunteerNumber: '示例-900004', routine: true, state: 'planned' },
  },
  {
    ...here,
    key: FORGOTTEN,
    title: '文明劝导在路口',
    category: 'cityCivility',
    day: '2022-11-12',
    from: '09:00',
    to: '10:30',
    expectedPeople: 15,
    values: { ...PREPARED, ivolunteerNumber: '示例-900006', routine: true, state: 'planned' },
  },
  {
    ...here,
    key: FOR_MINORS,
    title: '假日少年安全课堂',
    category: 'youthMoral',
    day: '2022-11-27',
    from: '09:00',
    to: '10:30',
    expectedPeople: 30,
    values: {
      ...PREPARED,
      ivolunteerNumber: '示例-900008',
      forMinors: true,
      minorsSignedUp: 4,
      state: 'planned',
    },
  },
  {
    ...inTown,
    key: TO_VERIFY,
    title: '健康讲堂:慢病管理',
    unit: '区人民医院',
    day: '2022-11-13',
    from: '09:30',
    to: '11:00',
    venue: '党群服务中心二楼',
    venueKind: 'site',
    expectedPeople: 50,
    values: {
      firstAidOfficer: '区人民医院急诊护士',
      guides: '云溪镇志愿者4名',
      materialsReviewed: true,
      ivolunteerNumber: '示例-900007',
      announcedAt: instantAt('2022-11-09', '10:20'),
      reportedAt: instantAt('2022-11-15', '09:20'),
      actualPeople: 57,
      volunteers: 6,
      serviceMinutes: 6 * 90,
      summary: '组织志愿者6人,服务群众57人次。讲解慢病管理,提供血压、血糖测量和用药指导。',
      state: 'reported',
    },
  },
  {
    ...inTown,
    key: IN_PARK,
    title: '冬季义诊进公园',
    unit: '区人民医院',
    day: '2022-11-26',
    from: '09:00',
    to: '11:30',
    venue: '云溪公园南门',
    venueKind: 'park',
    expectedPeople: 150,
    values: {
      firstAidOfficer: '区人民医院急诊护士',
      guides: '云溪镇志愿者4名',
      materialsReviewed: false,
      ivolunteerNumber: '示例-900005',
      state: 'planned',
    },
  },
  {
    ...inTown,
    key: 'activity:walkingDay',
    title: '迎新年健步行',
    unit: '区文化体育局',
    day: '2022-12-31',
    from: '08:30',
    to: '11:00',
    venue: '市民广场',
    venueKind: 'square',
    expectedPeople: 1200,
    values: { state: 'planned' },
  },
];

export function extraActivityRows(categories: ReadonlyMap<string, string>): BulkCreate {
  const rows = EXTRAS.map(({ key, unit, site, category, day, from, to, values, ...fields }) => ({
    key,
    values: example({
      ...fields,
      ...values,
      unit: { key: unitKey(unit) },
      station: { key: siteKey(site) },
      category: { documentId: categories.get(category) },
      startsAt: instantAt(day, from),
      endsAt: instantAt(day, to),
    }),
  }));
  return { resource: 'activity', rows };
}
