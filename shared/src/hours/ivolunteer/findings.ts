import type { Words } from '../../text/words';

/** What a row is without: it is settled once the field has a value, whoever gave it. */
export const SETTLED_BY = ['activity', 'volunteer', 'day', 'minutes'] as const;
export type SettledBy = (typeof SETTLED_BY)[number];

const words = (zh: string, en: string): Words => ({ zh, en });

type Kind = { field: SettledBy; words: (found: string) => Words };

/** Why a row of an export could not be taken as it is; each with the field that settles it, in words that say how. */
export const FINDINGS = {
  noActivityNumber: {
    field: 'activity',
    words: () => words('没有活动编号,请选择活动。', 'It has no activity number; choose the activity.'),
  },
  unknownActivity: {
    field: 'activity',
    words: (found) =>
      words(
        `没有活动填写过编号“${found}”。请选择活动,或在活动上补填编号后再次导入。`,
        `No activity has the number “${found}”. Choose one, or fill in the number and import again.`,
      ),
  },
  severalActivities: {
    field: 'activity',
    words: (found) =>
      words(
        `多场活动填写了编号“${found}”,请选择是哪一场。`,
        `Several activities have “${found}”; choose one.`,
      ),
  },
  noName: {
    field: 'volunteer',
    words: () => words('没有姓名,请选择志愿者。', 'It has no name; choose the volunteer.'),
  },
  noId: {
    field: 'volunteer',
    words: () =>
      words('没有证件号码,只凭姓名不能确定是谁。', 'It has no identity number; a name alone is not enough.'),
  },
  idLength: {
    field: 'volunteer',
    words: (found) =>
      words(
        `证件号码“${found}”位数不对,可能漏位,或被表格软件改成了数字。`,
        `“${found}” has a wrong number of digits, or a sheet has made a number of it.`,
      ),
  },
  idBirthday: {
    field: 'volunteer',
    words: (found) =>
      words(`证件号码“${found}”中的出生日期不存在。`, `The birthday in “${found}” does not exist.`),
  },
  idCheckDigit: {
    field: 'volunteer',
    words: (found) =>
      words(
        `证件号码“${found}”的校验码不符(GB 11643),录错了一位或两位颠倒。`,
        `The check digit of “${found}” is wrong (GB 11643): a wrong digit, or two changed places.`,
      ),
  },
  otherDocument: {
    field: 'volunteer',
    words: (found) =>
      words(
        `“${found}”不是居民身份证号码,无法核对,请选择志愿者。`,
        `“${found}” is no resident number; choose the volunteer.`,
      ),
  },
  unknownPerson: {
    field: 'volunteer',
    words: (found) =>
      words(
        `志愿者名册中没有“${found}”,请选择或新建志愿者。`,
        `“${found}” is not among the volunteers; choose or add.`,
      ),
  },
  severalPersons: {
    field: 'volunteer',
    words: (found) =>
      words(
        `名册中有几位“${found}”与此相符,请选择。`,
        `Several volunteers called “${found}” fit; choose one.`,
      ),
  },
  otherName: {
    field: 'volunteer',
    words: (found) =>
      words(
        `该证件号码在名册中是另一姓名,不是“${found}”,请核对后选择。`,
        `The number belongs to another name than “${found}”; check and choose.`,
      ),
  },
  noDay: {
    field: 'day',
    words: () => words('没有服务日期和开始时间。', 'It has neither day nor start.'),
  },
  unreadableStart: {
    field: 'day',
    words: (found) => words(`开始时间“${found}”无法识别。`, `The start “${found}” cannot be read.`),
  },
  unreadableEnd: {
    field: 'minutes',
    words: (found) => words(`结束时间“${found}”无法识别,也没有时长。`, `The end “${found}” cannot be read.`),
  },
  endBeforeStart: {
    field: 'minutes',
    words: (found) => words(`结束时间不晚于开始时间(${found})。`, `It ends before it starts (${found}).`),
  },
  noMinutes: {
    field: 'minutes',
    words: () => words('没有时长,也没有结束时间。', 'It has neither duration nor end.'),
  },
  unreadableMinutes: {
    field: 'minutes',
    words: (found) => words(`时长“${found}”无法识别。`, `The duration “${found}” cannot be read.`),
  },
  negativeMinutes: {
    field: 'minutes',
    words: (found) => words(`时长“${found}”不是正数。`, `The duration “${found}” is not positive.`),
  },
  tooManyMinutes: {
    field: 'minutes',
    words: (found) => words(`时长“${found}”超过24小时。`, `The duration “${found}” is more than 24 hours.`),
  },
} as const satisfies Record<string, Kind>;

export type FindingCode = keyof typeof FINDINGS;

/** One finding of a row. `found`: what stood there; of an identity number its ends only. */
export type Finding = { code: FindingCode; found: string };

export const findingWords = ({ code, found }: Finding): Words => (FINDINGS[code] as Kind).words(found);

export const settledBy = (code: FindingCode): SettledBy => FINDINGS[code].field;

export const ENTRY_STANDINGS = ['matched', 'unmatched', 'discarded'] as const;
export type EntryStanding = (typeof ENTRY_STANDINGS)[number];

const isSet = (value: unknown) => value !== null && value !== undefined && value !== '';

/** What a row still lacks. */
export const openFields = (row: Partial<Record<SettledBy, unknown>>): SettledBy[] =>
  SETTLED_BY.filter((field) => !isSet(row[field]));

/** Where a row stands: left out by somebody, complete, or waiting for somebody. */
export function standingOf(row: Partial<Record<SettledBy | 'discardReason', unknown>>): EntryStanding {
  if (isSet(row.discardReason)) return 'discarded';
  return openFields(row).length === 0 ? 'matched' : 'unmatched';
}

/** The findings that nobody has settled yet. */
export function openFindings(
  findings: readonly Finding[],
  row: Partial<Record<SettledBy, unknown>>,
): Finding[] {
  const open = openFields(row);
  return findings.filter(({ code }) => open.includes(settledBy(code)));
}
