import { describe, expect, it } from 'vitest';
import { FINDINGS, type Finding, findingWords, openFindings, standingOf } from './findings';
import { likeness } from './similar';

const WHOLE = { activity: 1, volunteer: 2, day: '2022-11-10', minutes: 60 };

describe('where a row stands', () => {
  it.each([
    [WHOLE, 'matched'],
    [{ ...WHOLE, activity: null }, 'unmatched'],
    [{ ...WHOLE, volunteer: null }, 'unmatched'],
    [{ ...WHOLE, day: null }, 'unmatched'],
    [{ ...WHOLE, minutes: null }, 'unmatched'],
    [{ ...WHOLE, discardReason: '重复' }, 'discarded'],
    [{ discardReason: '测试数据' }, 'discarded'],
    [{ ...WHOLE, discardReason: '' }, 'matched'],
  ])('%j is %s', (row, standing) => {
    expect(standingOf(row)).toBe(standing);
  });

  it('a finding is open until its field has a value', () => {
    const findings: Finding[] = [
      { code: 'unknownActivity', found: 'HD9' },
      { code: 'idCheckDigit', found: '1101**********0021' },
    ];
    const codes = (row: object) => openFindings(findings, row).map(({ code }) => code);
    expect(codes({ day: 'x', minutes: 1 })).toEqual(['unknownActivity', 'idCheckDigit']);
    expect(codes({ ...WHOLE, volunteer: null })).toEqual(['idCheckDigit']);
    expect(codes(WHOLE)).toEqual([]);
  });

  it('every finding has words in both languages', () => {
    for (const code of Object.keys(FINDINGS) as Finding['code'][]) {
      const { zh, en } = findingWords({ code, found: 'X' });
      expect(zh, code).toMatch(/[一-鿿]/);
      expect(en, code).not.toMatch(/[一-鿿]/);
    }
  });
});

describe('likeness of titles', () => {
  it.each([
    ['百姓宣讲', '百姓宣讲', 1, 1],
    ['百姓宣讲:惠民政策面对面', '惠民政策面对面(百姓宣讲)', 0.6, 0.99],
    ['百姓宣讲', '楼道清理行动', 0, 0],
    ['', '', 0, 0],
    ['甲', '甲', 1, 1],
  ])('%s and %s', (one, other, least, most) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(least);
    expect(likeness(one, other)).toBeLessThanOrEqual(most);
  });
});
