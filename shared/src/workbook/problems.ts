import type { Words } from '../text/words';
import type { ImportPlan } from './import-plan';

/** An error that several rows share: who corrects it once in the workbook corrects it everywhere. */
export type Problem = {
  sheet: string;
  column: string;
  found: string;
  expected: Words;
  /** How many rows have it, and the first of them. */
  count: number;
  row: number;
};

/** The errors that two or more rows share, the most frequent first. */
export function sharedProblems({ sheets }: ImportPlan, most = 10): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { rows } of sheets) {
    for (const { errors } of rows) {
      for (const { sheet, column, found, expected, row } of errors) {
        const key = JSON.stringify([sheet, column, found, expected.zh]);
        const known = problems.get(key);
        if (known) known.count += 1;
        else problems.set(key, { sheet, column, found, expected, count: 1, row });
      }
    }
  }
  return [...problems.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || a.row - b.row)
    .slice(0, most);
}
