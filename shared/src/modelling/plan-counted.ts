import { contentHash } from '../canonical';
import type { BaseTypes, ModelSet } from '../model';
import type { Words } from '../text';
import type { Measure, ModelPlan, PlanEntry } from './plan-entry';

/**
 * The plan with what was counted, in the order of its entries: the sentences say the numbers, and an option or part
 * that is in use needs its name typed in, for its values will fit no more.
 */
export function withCounts(plan: ModelPlan, counts: readonly (number | null)[]): ModelPlan {
  return { entries: plan.entries.map((one, at) => counted(one, counts[at] ?? null)) };
}

function counted(entry: PlanEntry, count: number | null): PlanEntry {
  const { measure } = entry;
  if (!measure || count === null) return { ...entry, confirm: confirmOf(entry) };
  const more = numbered(measure, count);
  const words = { zh: entry.words.zh + more.zh, en: `${entry.words.en} ${more.en}` };
  const inUse = (measure.of === 'option' || measure.of === 'part') && count > 0;
  const kind = inUse ? 'destructive' : entry.kind;
  return { ...entry, kind, words, count, confirm: confirmOf({ ...entry, kind }) };
}

const confirmOf = ({ kind, confirm }: PlanEntry) => (kind === 'destructive' ? confirm : null);

function numbered({ of }: Measure, count: number): Words {
  switch (of) {
    case 'records':
      return { zh: `现有 ${count} 条。`, en: `There are ${count} now.` };
    case 'values':
      return { zh: `现有 ${count} 条记录填有内容。`, en: `${count} records hold something in it.` };
    case 'option':
    case 'part':
      return count === 0
        ? { zh: '没有记录在用。', en: 'No record uses it.' }
        : {
            zh: `现有 ${count} 条记录在用,内容保留,但下次修改时须更正。`,
            en: `${count} records use it; they keep it, but must be corrected at their next change.`,
          };
    default:
      return count === 0
        ? { zh: '现有记录都符合。', en: 'All records fit.' }
        : {
            zh: `现有 ${count} 条记录不符合,下次修改时须更正。`,
            en: `${count} records do not fit; they must be corrected at their next change.`,
          };
  }
}

/** What of a plan cannot happen. */
export const refusedOf = ({ entries }: ModelPlan): PlanEntry[] =>
  entries.filter(({ kind }) => kind === 'refused');

/** The names that must be typed in before the plan is carried out. */
export function namesToConfirm({ entries }: ModelPlan): string[] {
  return [...new Set(entries.flatMap(({ confirm }) => (confirm === null ? [] : [confirm])))];
}

/** How many entries there are of each kind. */
export function summaryOf({ entries }: ModelPlan): Record<string, number> {
  const summary: Record<string, number> = {};
  for (const { kind } of entries) summary[kind] = (summary[kind] ?? 0) + 1;
  return summary;
}

/**
 * By what a plan is recognised when it is carried out: the models and everything it wants confirmed. The numbers are
 * left out, for they change while the office reads.
 */
export function planHash(base: BaseTypes, before: ModelSet, after: ModelSet, plan: ModelPlan): string {
  const kinds = plan.entries.map(({ kind, code, subject }) => ({ kind, code, subject }));
  return contentHash(JSON.parse(JSON.stringify({ base, before, after, kinds })));
}
