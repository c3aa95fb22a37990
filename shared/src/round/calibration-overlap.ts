import type { Words } from '../text/words';

/** More names than this are a number. */
const NAMES_SHOWN = 5;

/** Somebody who would score a calibration case, by address. */
export type CaseScorer = { documentId: string; displayName: string };

/**
 * Who of those scoring a calibration case judges its unit in the round as well: they would score for real what they
 * have talked about. `judging` are the addresses of the unit's evaluators in the round.
 */
export function scoringTwice(
  scorers: readonly CaseScorer[],
  judging: ReadonlySet<string>,
): readonly CaseScorer[] {
  return scorers.filter(({ documentId }) => judging.has(documentId));
}

/** The warning before a case is made of a unit that some of its scorers judge for real; null where nobody does. */
export function overlapWords(twice: readonly CaseScorer[]): Words | null {
  if (twice.length === 0) return null;
  const names = twice.slice(0, NAMES_SHOWN).map(({ displayName }) => displayName);
  const rest = twice.length - names.length;
  const zh = `${names.join('、')}${rest > 0 ? `等 ${twice.length} 名测评员` : ''}`;
  const en = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return {
    zh: `${zh}既评校准案例,又在本轮评这个单位。讨论过案例后再评同一单位,评分会受影响,建议改选本轮不评的单位。`,
    en: `${en} would score the case and judge this unit in the round as well. Talking about the case affects that score; better choose a unit that the round does not judge.`,
  };
}
