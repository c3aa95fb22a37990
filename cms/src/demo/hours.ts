import { type Day, type Instant, instantAt } from '@jiedui/shared/calendar';
import { contentHash } from '@jiedui/shared/canonical';
import { type Finding, headingsKey, suggestColumns } from '@jiedui/shared/hours';
import { personHash } from '../hours/person-hash';
import type { BulkCreate } from '../write/bulk';
import type { Values } from '../write/column-values';
import { DEMO_UNIT } from './accounts';
import { SENT_BACK, TO_VERIFY, WALKED } from './extra-activities';
import { example } from './marks';
import { unitKey } from './registry';

type Person = { name: string; unit: string; tail: string; registered: boolean; socialWorker?: boolean };

const HOSPITAL = '区人民医院';
/** Invented people; of their numbers there are only ends, for there are no numbers. */
const PEOPLE: readonly Person[] = [
  { name: '陈晓岚', unit: DEMO_UNIT, tail: '0021', registered: true, socialWorker: true },
  { name: '林志明', unit: DEMO_UNIT, tail: '0315', registered: true },
  { name: '黄佩珊', unit: DEMO_UNIT, tail: '0462', registered: true, socialWorker: true },
  { name: '郑国梁', unit: DEMO_UNIT, tail: '051X', registered: true },
  { name: '谢雨桐', unit: DEMO_UNIT, tail: '0648', registered: false, socialWorker: true },
  { name: '邓家豪', unit: DEMO_UNIT, tail: '0733', registered: true },
  { name: '何美玲', unit: DEMO_UNIT, tail: '0829', registered: true },
  { name: '罗启文', unit: HOSPITAL, tail: '0918', registered: true },
  { name: '曾慧敏', unit: HOSPITAL, tail: '1026', registered: true },
  { name: '廖卫东', unit: HOSPITAL, tail: '1137', registered: false },
];

const keyOf = (name: string) => `volunteer:${name}`;
const maskOf = ({ tail }: Person) => `4401**********${tail}`;

export function volunteerRows(): BulkCreate {
  const rows = PEOPLE.map((person) => ({
    key: keyOf(person.name),
    values: example({
      name: person.name,
      maskedId: maskOf(person),
      unit: { key: unitKey(person.unit) },
      registered: person.registered,
      socialWorker: person.socialWorker ?? false,
    }),
  }));
  return { resource: 'volunteer', rows };
}

type There = [activity: string, day: Day, from: string, to: string, names: readonly string[]];

const OWN = PEOPLE.filter(({ unit }) => unit === DEMO_UNIT).map(({ name }) => name);

/** What was entered on the spot. One stayed much longer than the activity lasted. */
const THERE: readonly There[] = [
  [SENT_BACK, '2022-11-05', '14:30', '16:30', OWN],
  [WALKED, '2022-11-10', '09:30', '11:30', ['陈晓岚', '林志明', '谢雨桐']],
  [TO_VERIFY, '2022-11-13', '09:30', '11:00', ['罗启文', '廖卫东']],
  [TO_VERIFY, '2022-11-13', '08:00', '12:30', ['曾慧敏']],
];

export function attendanceRows(): BulkCreate {
  const rows = THERE.flatMap(([activity, day, from, to, names]) =>
    names.map((name) => ({
      key: `attendance:${activity}:${name}`,
      values: example({
        activity: { key: activity },
        volunteer: { key: keyOf(name) },
        startsAt: instantAt(day, from),
        endsAt: instantAt(day, to),
        origin: 'manual',
        enteredAt: instantAt('2022-11-14', '16:40'),
      }),
    })),
  );
  return { resource: 'attendance', rows };
}

const BATCH = 'ivolunteer:batch';
const FORM = 'ivolunteer:form';
const HEADINGS = ['活动编号', '活动名称', '姓名', '证件号码', '签到时间', '签退时间', '服务时长(小时)'];

type Row = {
  number: string;
  title: string;
  name: string;
  masked: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
  minutes: number | null;
  activity?: string;
  known?: boolean;
  findings?: Finding[];
};

const CLEANING = { number: '示例-900002', title: '楼道清理行动', activity: SENT_BACK };
const afternoon = (to: string, minutes: number | null) => ({
  startsAt: instantAt('2022-11-05', '14:30'),
  endsAt: instantAt('2022-11-05', to),
  minutes,
});
const maskOfName = (name: string) => {
  const person = PEOPLE.find((one) => one.name === name);
  return person ? maskOf(person) : '';
};
const known = (name: string) => ({ name, masked: maskOfName(name), known: true });

/** What came out of the other system: some of it agrees, some does not, and some waits for somebody. */
const THEIRS: readonly Row[] = [
  ...OWN.slice(0, 5).map((name) => ({ ...CLEANING, ...known(name), ...afternoon('16:30', 120) })),
  { ...CLEANING, ...known('邓家豪'), ...afternoon('17:30', 180) },
  // The same person at another place at the same time as was entered on the spot.
  {
    number: '示例-900007',
    title: '健康讲堂:慢病管理',
    activity: TO_VERIFY,
    ...known('陈晓岚'),
    startsAt: instantAt('2022-11-10', '10:00'),
    endsAt: instantAt('2022-11-10', '11:00'),
    minutes: 60,
  },
  {
    ...CLEANING,
    name: '何美铃',
    masked: '4401**********0892',
    ...afternoon('16:30', 120),
    findings: [{ code: 'idCheckDigit', found: '4401**********0892' }],
  },
  {
    number: '示例-9002',
    title: '楼道清理行动',
    ...known('何美玲'),
    ...afternoon('16:30', 120),
    findings: [{ code: 'unknownActivity', found: '示例-9002' }],
  },
  {
    ...CLEANING,
    ...known('何美玲'),
    ...afternoon('16:30', null),
    findings: [{ code: 'negativeMinutes', found: '-2' }],
  },
  {
    ...CLEANING,
    name: '叶天成',
    masked: '',
    ...afternoon('16:00', 90),
    findings: [{ code: 'noId', found: '' }],
  },
];

export function ivolunteerRows(): BulkCreate[] {
  const unmatched = THEIRS.filter(({ findings }) => findings).length;
  const batch = example({
    name: '示例:i志愿时数导出.csv',
    importedAt: instantAt('2022-11-15', '10:20'),
    importedBy: '区办公室管理员',
    mapping: { key: FORM },
    rows: THEIRS.length,
    added: THEIRS.length,
    changed: 0,
    unchanged: 0,
    unmatched,
    skipped: 1,
  });
  const form = example({
    name: '示例:时数导出',
    headings: HEADINGS.join(' | '),
    fingerprint: contentHash(headingsKey(HEADINGS)),
    columns: { structure: suggestColumns(HEADINGS) },
    dateOrder: 'ymd',
    durationUnit: 'hours',
  });
  return [
    { resource: 'ivolunteer-mapping', rows: [{ key: FORM, values: form }] },
    { resource: 'ivolunteer-batch', rows: [{ key: BATCH, values: batch }] },
    { resource: 'ivolunteer-entry', rows: THEIRS.map(entryRow) },
  ];
}

function entryRow(row: Row, at: number): { key: string; values: Values } {
  const key = `ivolunteer:${at}`;
  const values = example({
    batch: { key: BATCH },
    row: at + 2,
    activityNumber: row.number,
    activityTitle: row.title,
    personName: row.name,
    maskedId: row.masked,
    entryKey: personHash(key),
    personHash: personHash(`${row.name}|${row.masked}`),
    activity: row.activity ? { key: row.activity } : null,
    volunteer: row.known ? { key: keyOf(row.name) } : null,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    minutes: row.minutes,
    findings: { structure: row.findings ?? [] },
  });
  return { key, values };
}
