import { describe, expect, it } from 'vitest';
import { itemSchema } from '../rubric';
import { checkFigures } from './check-figures';
import type { Entries } from './entries';
import { makeIndicator, makeRubric } from './test-builders';

const metric = itemSchema.parse({
  kind: 'metric',
  metric: 'late',
  rule: { mode: 'linear', zeroAt: 5, fullAt: 0 },
});
const rubric = makeRubric([makeIndicator('P1'), makeIndicator('M1', 10, metric)]);

describe('a system figure', () => {
  it.each<[Entries, Entries, boolean, string]>([
    [{}, {}, true, 'none, and none was there'],
    [{ P1: { points: 3 } }, {}, true, 'another item'],
    [{ M1: { value: 0 } }, {}, false, 'made up'],
    [{ M1: { value: 3 } }, { M1: { value: 3 } }, true, 'as it was'],
    [{ M1: { value: 2 } }, { M1: { value: 3 } }, false, 'changed'],
    [{}, { M1: { value: 3 } }, false, 'left out'],
    [{ M1: { missing: 'notApplicable' } }, {}, false, 'talked away'],
    [{ M1: { comment: '有疑问' } }, {}, true, 'remarked upon'],
  ])('%j after %j: %s (%s)', (entries, before, accepted) => {
    expect(checkFigures(rubric, entries, before).map(({ path }) => path)).toEqual(accepted ? [] : [['M1']]);
  });
});
