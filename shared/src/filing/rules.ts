import { z } from 'zod';

/** The kinds of file that the server takes at all: pictures (JPG, PNG, WebP) and PDF. */
export const FILE_KINDS = ['picture', 'pdf'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What the upload itself allows; no requirement can ask for more. */
export const MOST_FILES = 20;
export const MOST_MEGABYTES = 20;
const MOST_TEXT = 20_000;

const ordered = ({ min, max }: { min: number; max: number }) => min <= max;
const range = (most: number) =>
  z
    .strictObject({ min: z.int().min(0).max(most), max: z.int().min(0).max(most) })
    .refine(ordered, '最少不能大于最多');

/**
 * What may be sent in, as data: kinds of file, the size of each in MB, how many files, and how long the text is in
 * characters. Both ends belong to a range.
 */
export const filingRulesSchema = z.strictObject({
  kinds: z.array(z.enum(FILE_KINDS)).min(1),
  megabytes: z.number().positive().max(MOST_MEGABYTES),
  files: range(MOST_FILES),
  text: range(MOST_TEXT),
});
export type FilingRules = z.infer<typeof filingRulesSchema>;

/** Where a requirement states no rules: what the upload allows, nothing asked for. */
export const ANY_FILING: FilingRules = {
  kinds: [...FILE_KINDS],
  megabytes: MOST_MEGABYTES,
  files: { min: 0, max: MOST_FILES },
  text: { min: 0, max: MOST_TEXT },
};

/** A requirement's rules as stored; those that state nothing, or nothing readable, ask for nothing. */
export function rulesOf(stored: unknown): FilingRules {
  const read = filingRulesSchema.safeParse(stored);
  return read.success ? read.data : ANY_FILING;
}
