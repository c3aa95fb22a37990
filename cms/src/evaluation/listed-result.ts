import type { OutcomeDifference, UnitOutcome } from '@jiedui/shared/round';
import { bandIn, type Rubric } from '@jiedui/shared/rubric';

/** What lists show of a unit's result; the whole of it lies in `figures`. */
export const listedOf = (rubric: Rubric, unit: UnitOutcome, at: number) => ({
  unitName: unit.name,
  unitClass: unit.unitClass,
  place: at + 1,
  rank: unit.rank,
  ranked: unit.ranked,
  total: unit.score?.shown ?? null,
  band: bandIn(rubric, unit.unitClass, unit.band)?.label.zh ?? null,
});

export type Listed = ReturnType<typeof listedOf>;

const LISTED: Record<keyof Listed, { column: string; words: string }> = {
  unitName: { column: 'unit_name', words: '列表中的单位名称' },
  unitClass: { column: 'unit_class', words: '列表中的类别' },
  place: { column: 'place', words: '列表中的次序' },
  rank: { column: 'rank', words: '列表中的名次' },
  ranked: { column: 'ranked', words: '列表中的参评单位数' },
  total: { column: 'total', words: '列表中的总分' },
  band: { column: 'band', words: '列表中的等次' },
};

/** Where the row that lists show says something else than the result that it stands for. */
export function listedDifferences(
  row: Readonly<Record<string, unknown>>,
  listed: Listed,
  { unit, name }: UnitOutcome,
): OutcomeDifference[] {
  return Object.entries(LISTED).flatMap(([key, { column, words }]) => {
    const [before, after] = [row[column] ?? null, listed[key as keyof Listed]];
    // Databases give whole numbers as numbers or as texts.
    const same = before === null || after === null ? before === after : String(before) === String(after);
    return same ? [] : [{ unit, name, what: words, before, after }];
  });
}
