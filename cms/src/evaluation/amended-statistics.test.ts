import { replayStatistics, type UnitInputs } from '@jiedui/shared/round';
import { rubricPreset } from '@jiedui/shared/rubric';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../guard/errors';
import { type Amendment, amendedStatistics } from './amended-statistics';
import { FEW_SHEETS } from './few-sheets';

const RUBRIC = rubricPreset('documentsAndOnSite');
const AMENDMENT: Amendment = {
  base: { id: 1, number: 1, frozenHash: 'f', inputsHash: 'i' },
  unitId: 1,
  indicator: 'A1',
  correction: {},
};

const inputsOf = (sheets: number): Map<string, UnitInputs> => {
  const own = Array.from({ length: sheets }, (_, at) => ({
    id: `s${at}`,
    evaluatorId: `e${at}`,
    source: 'district' as const,
    entries: {},
  }));
  return new Map([['u', { sheets: own, metrics: {} }]]);
};

describe('the statistics of a corrected result that nobody has computed before', () => {
  it('are computed at once where there are few sheets', () => {
    const inputs = inputsOf(3);
    expect(amendedStatistics(AMENDMENT, RUBRIC, inputs)).toEqual(replayStatistics(RUBRIC, inputs, 'f'));
  });

  it('are not computed while others wait: the step is asked again', () => {
    const work = () => amendedStatistics(AMENDMENT, RUBRIC, inputsOf(FEW_SHEETS + 1));
    expect(work).toThrowError(Refusal);
    expect(work).toThrowError(expect.objectContaining({ status: 422, code: 'GATE_NOT_MET' }));
  });
});
