import { describe, expect, it } from 'vitest';
import { DEFAULT_BANDS } from '../rubric';
import { bandOfOne } from './bands';
import type { Veto } from './veto';

const veto: Veto = {
  code: 'V',
  name: '否决',
  effect: 'band',
  band: 'qualified',
  sheetIds: [],
  words: { zh: '', en: '' },
};

describe('the band of a unit by itself', () => {
  it.each<[total: string | null, vetoes: Veto[], code: string | undefined]>([
    ['90', [], 'excellent'],
    ['89.99', [], 'good'],
    ['0', [], 'unqualified'],
    ['95', [veto], 'qualified'],
    ['10', [veto], 'unqualified'],
    [null, [], undefined],
  ])('at %s with the vetoes %j is %s', (total, vetoes, code) => {
    expect(bandOfOne(DEFAULT_BANDS, { total, vetoes })?.code).toBe(code);
  });

  it('is none without a list', () => {
    expect(bandOfOne([], { total: '90', vetoes: [] })).toBeNull();
  });
});
