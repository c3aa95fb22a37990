import { z } from 'zod';
import { codeSchema, wordsSchema } from '../activity';
import { daySchema, lengthOf } from '../calendar';
import { PERIODS, STATION_LEVELS, UNIT_CLASSES } from './vocabulary';

const who = z.discriminatedUnion('per', [
  // A pairing counts what its unit does at its site; a unit what it does anywhere; a site what happens there.
  z.strictObject({ per: z.literal('pairing'), unitClasses: z.array(z.enum(UNIT_CLASSES)).min(1) }),
  z.strictObject({ per: z.literal('unit'), unitClasses: z.array(z.enum(UNIT_CLASSES)).min(1) }),
  z.strictObject({ per: z.literal('station'), levels: z.array(z.enum(STATION_LEVELS)).min(1) }),
]);

/** What a cadence rule counts: activities held and verified, or activities and weekly contents agreed with the site. */
export const CADENCE_EVIDENCE = ['verified', 'agreed'] as const;
export type CadenceEvidence = (typeof CADENCE_EVIDENCE)[number];

/** A ledger has a row for each day of a rule. */
const MOST_DAYS = 5 * 366;

/** "Who does how much of what in which period", as data that the office can edit. */
export const cadenceRuleSchema = z
  .strictObject({
    code: codeSchema,
    words: wordsSchema,
    who,
    /** Codes of categories (open: the office may add categories), or any activity. */
    what: z.union([z.literal('any'), z.array(codeSchema).min(1)]),
    period: z.enum(PERIODS),
    minimum: z.number().int().min(1).max(1000),
    evidence: z.enum(CADENCE_EVIDENCE),
    /** Days after a window's end by which what counts in it must be reported (ours); none, and nothing is late. */
    reportWithinDays: z.number().int().min(0).max(366).nullish(),
    from: daySchema,
    to: daySchema,
    source: z.string(),
  })
  .refine((rule) => rule.from <= rule.to, { path: ['to'], message: '截止日期不得早于开始日期' })
  .refine((rule) => rule.from > rule.to || lengthOf(rule) <= MOST_DAYS, {
    path: ['to'],
    message: '一条规则最长五年',
  });

/** Rules of a programme, each code once: the ledger is laid out from them. */
export const cadenceRulesSchema = z
  .array(cadenceRuleSchema)
  .max(50)
  .refine((rules) => new Set(rules.map(({ code }) => code)).size === rules.length, {
    message: '频次规则编码重复',
  });

export type CadenceRule = z.infer<typeof cadenceRuleSchema>;

/** Category codes that a rule names but `known` does not hold; such a rule could never be met. */
export function unknownCategories(rules: readonly CadenceRule[], known: readonly string[]): string[] {
  const named = rules.flatMap((rule) => (rule.what === 'any' ? [] : rule.what));
  return [...new Set(named)].filter((code) => !known.includes(code));
}
