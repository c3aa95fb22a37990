import type { Rubric, SourceCode } from '../rubric';
import { columnsFrom } from './book';

/** Columns of the units' own sheet, and of the published values, which stand in the same places. */
export function unitColumns(rubric: Rubric) {
  const first = 3;
  const after = first + rubric.sources.length;
  const codes = columnsFrom(rubric, after + 8);
  return {
    ...codes,
    source: (code: SourceCode) => first + rubric.sources.findIndex((source) => source.code === code),
    firstFigure: first,
    composite: after,
    rawMean: after + 1,
    bonus: after + 2,
    penalty: after + 3,
    vetoes: after + 4,
    total: after + 5,
    raters: after + 6,
    coverage: after + 7,
    check: codes.next,
    checkAll: codes.next + 1,
  };
}
