import { describe, expect, it } from 'vitest';
import { itemSchema } from '../rubric';
import type { Entries, Metrics } from './entries';
import { askedFigures, pinFigures } from './pin-figures';
import { makeIndicator, makeRubric } from './test-builders';

const metric = itemSchema.parse({
  kind: 'metric',
  metric: 'lateReports',
  rule: { mode: 'linear', zeroAt: 5, fullAt: 0 },
});
const rubric = makeRubric([makeIndicator('P1'), makeIndicator('M1', 10, metric)]);
const code = 'district';

describe('pinFigures', () => {
  it.each<[Entries, Metrics, Entries, string]>([
    [{}, { lateReports: 2 }, { M1: { value: 2 } }, 'written in'],
    [{}, { lateReports: 0 }, { M1: { value: 0 } }, 'none late is a figure'],
    [{ M1: { value: 1 } }, { lateReports: 2 }, { M1: { value: 2 } }, 'as it stands now'],
    [{ M1: { value: 1, comment: '核对' } }, { lateReports: null }, { M1: { comment: '核对' } }, 'taken away'],
    [{ M1: { value: 1 } }, {}, { M1: { value: 1 } }, 'a figure of another origin'],
    [
      { P1: { points: 3 } },
      { lateReports: 2, other: 9 },
      { P1: { points: 3 }, M1: { value: 2 } },
      'only asked ones',
    ],
  ])('%j with %j → %j (%s)', (entries, metrics, expected) => {
    expect(pinFigures(rubric, code, entries, metrics)).toEqual(expected);
  });

  it('leaves alone what another source judges', () => {
    const other = makeRubric([makeIndicator('M1', 10, metric, { sources: ['town'] })]);
    expect(askedFigures(other, code).size).toBe(0);
    expect(pinFigures(other, code, {}, { lateReports: 2 })).toEqual({});
  });
});
