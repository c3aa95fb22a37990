import { compareInstants, isInstant, millisecondsBetween } from '../calendar';
import type { ErrorCode, Words } from '../text';
import { isChecklist } from './checklist';
import { VENUE_KINDS, type VenueKind } from './venue-kinds';

/** A field of an activity that cannot be as entered. The codes are those of the API. */
export type FieldError = { field: string; code: ErrorCode; words: Words };

/** An activity longer than this is taken for a slip of the year or month (ours). */
export const MAX_ACTIVITY_DAYS = 31;

type Label = Words;

const TEXTS: Record<string, { label: Label; max: number; required?: boolean }> = {
  title: { label: { zh: '活动名称', en: 'Title' }, max: 120, required: true },
  venue: { label: { zh: '活动地点', en: 'Venue' }, max: 120 },
  firstAidOfficer: { label: { zh: '急救备勤人员', en: 'First-aid officer' }, max: 60 },
  ivolunteerNumber: { label: { zh: 'i志愿活动编号', en: 'i志愿 number' }, max: 60 },
  summary: { label: { zh: '活动小结', en: 'Summary' }, max: 4000 },
  minutes: { label: { zh: '活动记录', en: 'Minutes' }, max: 8000 },
};

const COUNTS: Record<string, { label: Label; max: number }> = {
  expectedPeople: { label: { zh: '预计参加人数', en: 'Expected people' }, max: 1_000_000 },
  actualPeople: { label: { zh: '实际参加人数', en: 'Actual people' }, max: 1_000_000 },
  minors: { label: { zh: '其中未成年人', en: 'Minors among them' }, max: 1_000_000 },
  partyMembers: { label: { zh: '其中党员', en: 'Party members among them' }, max: 1_000_000 },
  volunteers: { label: { zh: '志愿者人数', en: 'Volunteers' }, max: 100_000 },
  serviceMinutes: { label: { zh: '服务时长(分钟)', en: 'Service minutes' }, max: 100_000_000 },
};

const TIMES = {
  startsAt: { zh: '开始时间', en: 'Start' },
  endsAt: { zh: '结束时间', en: 'End' },
} as const satisfies Record<string, Label>;

const VENUE_LABEL: Label = { zh: '场地类型', en: 'Venue kind' };

/**
 * What is impossible in an activity as entered, one error a field at most, empty when it is sound. Fields
 * that are no business of this check are ignored; missing optional ones are fine. Lengths in characters,
 * `serviceMinutes` in minutes over all volunteers together.
 */
export function checkActivity(
  input: Readonly<Record<string, unknown>>,
  venueKinds: readonly VenueKind[] = VENUE_KINDS,
): FieldError[] {
  const errors = [
    ...Object.entries(TEXTS).map(([field, rule]) => checkText(field, input[field], rule)),
    ...Object.entries(COUNTS).map(([field, rule]) => checkCount(field, input[field], rule)),
    ...Object.entries(TIMES).map(([field, label]) => checkTime(field, input[field], label)),
    checkVenueKind(input.venueKind, venueKinds),
    checkSpan(input.startsAt, input.endsAt),
    ...AMONG.map((field) => checkAmong(field, input[field], input.actualPeople)),
    checkChecklist(input.checklist),
  ];
  return errors.filter((error) => error !== null);
}

/** Part of those who came, so never more than they. */
const AMONG = ['minors', 'partyMembers'] as const;

const isAbsent = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function failure(field: string, code: ErrorCode, label: Label, zh: string, en: string): FieldError {
  return { field, code, words: { zh: `${label.zh}${zh}`, en: `${label.en} ${en}` } };
}

function checkText(
  field: string,
  value: unknown,
  { label, max, required }: { label: Label; max: number; required?: boolean },
): FieldError | null {
  if (isAbsent(value)) return required ? failure(field, 'REQUIRED', label, '必填。', 'is required.') : null;
  if (typeof value !== 'string') return failure(field, 'WRONG_TYPE', label, '应为文字。', 'must be text.');
  // Code points, so that a rare Chinese character counts once.
  const length = [...value].length;
  return length > max
    ? failure(
        field,
        'TOO_LONG',
        label,
        `不得超过 ${max} 个字,现有 ${length} 个。`,
        `is limited to ${max} characters.`,
      )
    : null;
}

function checkCount(
  field: string,
  value: unknown,
  { label, max }: { label: Label; max: number },
): FieldError | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return failure(field, 'WRONG_TYPE', label, '应为整数。', 'must be a whole number.');
  }
  return value < 0 || value > max
    ? failure(field, 'OUT_OF_RANGE', label, `应在 0 至 ${max} 之间。`, `must lie between 0 and ${max}.`)
    : null;
}

function checkTime(field: string, value: unknown, label: Label): FieldError | null {
  if (isAbsent(value)) return failure(field, 'REQUIRED', label, '必填。', 'is required.');
  return isInstant(value)
    ? null
    : failure(field, 'WRONG_TYPE', label, '不是有效的时间。', 'is not a valid time.');
}

function checkVenueKind(value: unknown, kinds: readonly VenueKind[]): FieldError | null {
  if (isAbsent(value) || kinds.some((kind) => kind.code === value)) return null;
  const options = kinds.map((kind) => kind.words.zh).join('、');
  return failure(
    'venueKind',
    'NOT_AN_OPTION',
    VENUE_LABEL,
    `应为以下之一:${options}。`,
    'is not in the list.',
  );
}

function checkAmong(field: (typeof AMONG)[number], value: unknown, all: unknown): FieldError | null {
  const label = COUNTS[field]?.label;
  if (!label || typeof value !== 'number' || typeof all !== 'number' || value <= all) return null;
  return failure(
    field,
    'OUT_OF_RANGE',
    label,
    `不能多于实际参加人数 ${all} 人。`,
    `cannot be more than the ${all} who came.`,
  );
}

function checkChecklist(value: unknown): FieldError | null {
  if (value === null || value === undefined || isChecklist(value)) return null;
  const label = { zh: '活动后检查表', en: 'Checklist' };
  return failure(
    'checklist',
    'WRONG_TYPE',
    label,
    '每一项应回答是或否。',
    'answers each item with yes or no.',
  );
}

function checkSpan(startsAt: unknown, endsAt: unknown): FieldError | null {
  if (!isInstant(startsAt) || !isInstant(endsAt)) return null;
  const label = TIMES.endsAt;
  if (compareInstants(endsAt, startsAt) <= 0) {
    return failure('endsAt', 'ENDS_BEFORE_START', label, '须晚于开始时间。', 'must come after the start.');
  }
  const tooLong = millisecondsBetween(startsAt, endsAt) > MAX_ACTIVITY_DAYS * 24 * 60 * 60 * 1000;
  return tooLong
    ? failure(
        'endsAt',
        'OUT_OF_RANGE',
        label,
        `距开始时间超过 ${MAX_ACTIVITY_DAYS} 天,请核对日期。`,
        `is more than ${MAX_ACTIVITY_DAYS} days after the start; check the dates.`,
      )
    : null;
}
