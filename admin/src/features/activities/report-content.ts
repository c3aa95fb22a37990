import { type Checklist, checkActivity, isChecklist } from '@jiedui/shared/activity';
import type { Locale } from '@jiedui/shared/text';
import type { FieldError } from '../../providers/errors';
import type { Row } from '../../providers/row';
import type { Shape } from '../../ui/draft/draft-saver';

/** What a report holds beside its photos, in the order in which it is asked. */
export const REPORT_NUMBERS = [
  'actualPeople',
  'minors',
  'partyMembers',
  'volunteers',
  'serviceMinutes',
] as const;
export const REPORT_TEXTS = ['summary', 'minutes'] as const;

const FIELDS = [...REPORT_NUMBERS, ...REPORT_TEXTS, 'checklist'] as const;

export type ReportContent = {
  [Field in (typeof REPORT_NUMBERS)[number]]: number | null;
} & { [Field in (typeof REPORT_TEXTS)[number]]: string | null } & { checklist: Checklist | null };

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

export function contentOf(row: Row): ReportContent {
  return {
    actualPeople: numberOf(row.actualPeople),
    minors: numberOf(row.minors),
    partyMembers: numberOf(row.partyMembers),
    volunteers: numberOf(row.volunteers),
    serviceMinutes: numberOf(row.serviceMinutes),
    summary: textOf(row.summary),
    minutes: textOf(row.minutes),
    checklist: isChecklist(row.checklist) ? row.checklist : null,
  };
}

const isField = (name: string): name is keyof ReportContent => (FIELDS as readonly string[]).includes(name);

const sorted = (checklist: Checklist | null) =>
  checklist && Object.entries(checklist).sort(([a], [b]) => (a < b ? -1 : 1));

const asText = (content: ReportContent, field: keyof ReportContent): string =>
  JSON.stringify(field === 'checklist' ? sorted(content.checklist) : content[field]);

/** The fields in which two versions differ. */
export const changedFields = (one: ReportContent, other: ReportContent): string[] =>
  FIELDS.filter((field) => asText(one, field) !== asText(other, field));

/** A report's parts are its fields. */
export const REPORT_SHAPE: Shape<ReportContent> = {
  partOf: ({ path }) => (isField(String(path[0])) ? String(path[0]) : null),
  get: (content, field) => (isField(field) ? content[field] : null),
  put: (content, field, value) => ({ ...content, [field]: value ?? null }),
  same: (one, other) => changedFields(one, other).length === 0,
};

/** What the server would refuse of the report, in its words. */
export const reportProblems = (row: Row, content: ReportContent, locale: Locale): FieldError[] =>
  checkActivity({ ...row, ...content })
    .filter(({ field }) => isField(field))
    .map(({ field, code, words }) => ({ path: [field], code, message: words[locale] }));
