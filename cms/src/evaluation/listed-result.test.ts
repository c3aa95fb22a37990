import type { UnitOutcome } from '@jiedui/shared/round';
import { describe, expect, it } from 'vitest';
import { type Listed, listedDifferences } from './listed-result';

const unit = { unit: 'u1', name: '甲' } as UnitOutcome;
const listed: Listed = {
  unitName: '甲',
  unitClass: 'key',
  place: 2,
  rank: 2,
  ranked: 5,
  total: '81.50',
  band: null,
};
const row = {
  unit_name: '甲',
  unit_class: 'key',
  place: 2,
  rank: '2',
  ranked: 5,
  total: '81.50',
  band: null,
};

describe('what lists show of a result', () => {
  it('is no difference where it is the same, as a number or as a text', () => {
    expect(listedDifferences(row, listed, unit)).toEqual([]);
  });

  it.each([
    [{ rank: 1 }, ['列表中的名次'], 'a better rank'],
    [{ total: '91.50', band: '优秀' }, ['列表中的总分', '列表中的等次'], 'a better total and band'],
    [{ rank: null }, ['列表中的名次'], 'a rank taken away'],
    [{ unit_name: '乙' }, ['列表中的单位名称'], 'another name'],
  ])('%j is named: %j (%s)', (change, expected, _why) => {
    const found = listedDifferences({ ...row, ...change }, listed, unit);
    expect(found.map(({ what }) => what)).toEqual(expected);
  });
});
