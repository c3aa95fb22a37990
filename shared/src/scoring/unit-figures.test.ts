import { describe, expect, it } from 'vitest';
import { itemSchema, type SourceCode } from '../rubric';
import { pinFigures } from './pin-figures';
import { makeIndicator, makeRubric } from './test-builders';
import { scoreUnit } from './unit';
import { enteredFigures, unitFigureKeys } from './unit-figures';

const metric = (key: string) =>
  itemSchema.parse({ kind: 'metric', metric: key, rule: { mode: 'linear', zeroAt: 0, fullAt: 100 } });
const of = (code: string, key: string, ...sources: SourceCode[]) =>
  makeIndicator(code, 20, metric(key), sources.length > 0 ? { sources } : {});
const sources = [
  { code: 'district' as const, weight: 80 },
  { code: 'public' as const, weight: 20 },
];

const rubric = makeRubric(
  [
    makeIndicator('P1', 80, undefined, { sources: ['district'] }),
    of('M1', 'focusWeekRate', 'district'),
    of('M2', 'inspectionScore', 'district'),
    of('M3', 'satisfaction', 'public'),
    of('M4', 'activitiesHeld', 'public'),
  ],
  { sources },
);

describe('the figures of the unit', () => {
  it('are those that the office enters and those of a source without evaluators', () => {
    expect(unitFigureKeys(rubric).sort()).toEqual(['activitiesHeld', 'inspectionScore', 'satisfaction']);
    expect(unitFigureKeys(makeRubric([makeIndicator('P1')]))).toEqual([]);
  });

  it('that the office enters are told with the sources that wait for them', () => {
    expect([...enteredFigures(rubric)]).toEqual([
      ['inspectionScore', ['district']],
      ['satisfaction', ['public']],
    ]);
    const both = makeRubric([makeIndicator('P1'), of('M1', 'satisfaction')], { sources });
    expect([...enteredFigures(both)]).toEqual([['satisfaction', ['district', 'public']]]);
  });

  it('that the office enters are written on no sheet', () => {
    const figures = { focusWeekRate: 50, inspectionScore: 90 };
    expect(pinFigures(rubric, 'district', {}, figures)).toEqual({ M1: { value: 50 } });
  });
});

describe('a source that has only figures', () => {
  const sheet = {
    id: 's',
    evaluatorId: 'e',
    source: 'district' as const,
    entries: { P1: { points: 80 } },
  };
  const totalOf = (missingSource: 'reweight' | 'noTotal', satisfaction: number | null) => {
    const judged = makeIndicator('P1', 80, undefined, { sources: ['district'] });
    const frozen = makeRubric([judged, of('M3', 'satisfaction', 'public')], { sources, missingSource });
    return scoreUnit(frozen, [sheet], { satisfaction }).total;
  };

  it.each([
    ['reweight', 50, '90', 'the figure counts with its weight'],
    ['noTotal', 50, '90', 'and so it does by the other policy'],
    ['reweight', null, '100', 'missing: the others share its weight, as the policy says'],
    ['noTotal', null, null, 'missing: no total, as the policy says'],
  ] as const)('%s with %s → %s (%s)', (policy, satisfaction, total, _why) => {
    expect(totalOf(policy, satisfaction)).toBe(total);
  });
});
