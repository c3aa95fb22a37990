import { columnOf, plainHeader, type RubricColumn, STANDARD_PARTS } from './columns';
import { type RowError, rowError } from './row-error';

/** What the cells below a heading are. 上级: the middle one of three levels, put before the name of the indicator. */
export type Use = RubricColumn | '上级';

const NUMBERS = '序号';

/**
 * What each column of a table is used for; null: for nothing. 序号 holds the codes where no other column does and
 * `isCodes` says that its cells are no mere count.
 */
export function usesOf(headings: readonly string[], isCodes: (at: number) => boolean): (Use | null)[] {
  const plain = headings.map(plainHeader);
  const threeLevels = plain.includes('三级指标');
  const uses = plain.map((heading): Use | null =>
    threeLevels && heading === '二级指标' ? '上级' : columnOf(heading),
  );
  const at = plain.indexOf(NUMBERS);
  if (at < 0 || uses.includes('指标编码') || !isCodes(at)) return uses;
  return uses.with(at, '指标编码');
}

/** Columns that would be read as the same thing, so that one of them would be lost. */
export function doubleColumns(
  headings: readonly string[],
  uses: readonly (Use | null)[],
  row: number,
): RowError[] {
  return [...new Set(uses)].flatMap((use) => {
    if (use === null) return [];
    const same = headings.filter((_, at) => uses[at] === use).map((heading) => heading.trim());
    const whole = same.filter((heading) => !STANDARD_PARTS.includes(plainHeader(heading)));
    const parts = same.filter((heading) => !whole.includes(heading));
    if (whole.length < 2 && new Set(parts).size === parts.length) return [];
    const named = (whole.length > 1 ? whole : parts).map((heading) => `“${heading}”`).join('、');
    return [
      rowError(
        row,
        use,
        same.join('、'),
        'doubleColumn',
        `${named}都表示“${use}”，请只保留一列，其余的改名或删去`,
        `one column only: ${named} mean the same`,
      ),
    ];
  });
}
