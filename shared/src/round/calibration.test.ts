import { describe, expect, it } from 'vitest';
import type { Indicator, Item, Rubric } from '../rubric';
import { makeIndicator, makeRubric, makeSheet } from '../scoring/test-builders';
import {
  calibrationAgreement,
  calibrationFeedback,
  caseReopenRefused,
  comparesCase,
  owesUnit,
  tellsCalibration,
} from './calibration';

const RUBRIC = makeRubric([makeIndicator('P1', 10), makeIndicator('P2', 10)]);
const by = (rater: string, P1: number | null, P2: number) => ({
  ...makeSheet(rater, { ...(P1 === null ? {} : { P1: { points: P1 } }), P2: { points: P2 } }),
  evaluatorId: rater,
});

describe('when evaluators are told how they scored the case', () => {
  it.each([
    ['open', ['submitted', 'submitted', 'submitted'], true, 'all are in'],
    ['open', ['submitted', 'draft'], false, 'one is still to come'],
    ['open', ['submitted', 'returned'], false, 'one was sent back'],
    ['open', ['submitted', 'recused', 'withdrawn'], true, 'who has left is not waited for'],
    ['open', [], false, 'nobody was asked'],
    ['closed', ['submitted', 'draft'], true, 'the office has released it'],
  ])('%s, %j → %j (%s)', (round, sheets, expected) => {
    expect(tellsCalibration(round, sheets)).toBe(expected);
  });
});

it.each([
  [true, /不能重新开放/, 'somebody was told'],
  [false, null, 'nobody has submitted, so nobody was told'],
])('a case with sheets handed in (%j) is closed for good: %s (%s)', (submitted, expected, _why) => {
  const words = caseReopenRefused(submitted);
  if (expected === null) expect(words).toBeNull();
  else expect(words?.zh).toMatch(expected);
});

describe('a case that has been compared', () => {
  it.each([
    ['open', ['submitted', 'submitted', 'submitted'], true, 'three have been told'],
    ['open', ['submitted', 'submitted', 'submitted', 'recused'], true, 'also where one has left'],
    ['open', ['submitted', 'submitted'], false, 'of two nobody is told'],
    ['open', ['submitted', 'submitted', 'submitted', 'draft'], false, 'not all are in'],
    ['closed', ['submitted', 'submitted', 'submitted', 'draft'], true, 'released'],
  ])('%s, %j → %j (%s)', (round, sheets, expected) => {
    expect(comparesCase(round, sheets)).toBe(expected);
  });
});

describe('a unit that is still to be scored for real', () => {
  it.each<[string, (string | null)[], boolean, string]>([
    ['open', ['draft'], true, 'begun or not'],
    ['open', ['returned'], true, 'sent back'],
    ['draft', [null], true, 'the round has not begun'],
    ['open', ['submitted'], false, 'handed in'],
    ['open', ['recused'], false, 'left'],
    ['open', ['submitted', 'draft'], true, 'one of two'],
    ['open', [], false, 'not theirs'],
    ['closed', ['draft'], false, 'nobody scores any more'],
  ])('%s, %j → %j (%s)', (round, sheets, expected) => {
    expect(owesUnit(round, sheets)).toBe(expected);
  });
});

describe('how one evaluator stands to the others on the case', () => {
  const three = [by('a', 2, 2), by('b', 6, 6), by('c', 8, 8)];

  it('is told in total and by dimension, against the mean of the others', () => {
    const { parts } = calibrationFeedback(RUBRIC, three, 'a');
    expect(parts?.map(({ code, own, others, difference }) => [code, own, others, difference])).toEqual([
      [null, 4, 14, -10],
      ['D', 4, 14, -10],
    ]);
    expect(parts?.[0]?.words.zh).toBe('比其他测评员平均少 10.0 分,偏严');
    expect(calibrationFeedback(RUBRIC, three, 'c').parts?.[0]?.words.zh).toContain('偏宽');
    expect(JSON.stringify(parts)).not.toMatch(/"(b|c)"/);
  });

  it.each([
    [1, '与其他测评员接近', 'five percent of twenty is still near'],
    [1.02, '比其他测评员平均少 1.0 分,偏严', 'a little more is not'],
    [0, '与其他测评员接近', 'the same'],
  ])('less by %d: %s (%s)', (less, words) => {
    const sheets = [by('a', 5 - less, 5), by('b', 5, 5), by('c', 5, 5)];
    expect(calibrationFeedback(RUBRIC, sheets, 'a').parts?.[0]?.words.zh).toBe(words);
  });

  it.each([
    [three.slice(0, 2), 'a', 'tooFew', 'of two, each would know what the other gave'],
    [[three[0]], 'a', 'tooFew', 'alone'],
    [three, 'x', 'notSubmitted', 'has none of the sheets'],
    [[], 'a', 'notSubmitted', 'nobody has'],
  ])('is not told: case %#', (sheets, rater, reason) => {
    expect(
      calibrationFeedback(
        RUBRIC,
        sheets.flatMap((one) => one ?? []),
        rater,
      ),
    ).toEqual({
      parts: null,
      raters: sheets.length,
      reason,
    });
  });

  it('leaves out what fewer than two others scored', () => {
    const rubric = makeRubric([makeIndicator('P1', 10)]);
    const sheets = [by('a', 2, 0), by('b', 6, 0), by('c', null, 0)];
    expect(calibrationFeedback(rubric, sheets, 'a').parts).toEqual([]);
  });
});

describe('how far all agree on the case', () => {
  it('is an ICC over its items where all scored all, and a difference of each from the others', () => {
    const found = calibrationAgreement(RUBRIC, [by('a', 2, 8), by('b', 3, 9), by('c', 4, 10)]);
    expect(found.icc.icc?.icc2k).toBeGreaterThan(0.9);
    expect(found.alpha.alpha).toBeGreaterThan(0.8);
    expect(found.verdict?.verdict).toBe('usable');
    expect(found.raters).toEqual([
      { rater: 'c', total: 14, difference: 3 },
      { rater: 'b', total: 12, difference: 0 },
      { rater: 'a', total: 10, difference: -3 },
    ]);
  });

  it('does not take a deduction, or a bonus that nobody had, for agreement', () => {
    const deduct = (from: 'item' | 'dimension'): Item => ({
      kind: 'deduct',
      from,
      rule: { mode: 'judged', min: 0, max: 10 },
    });
    const bonus: Item = { kind: 'bonus', options: [{ code: 'A', points: 2 }] };
    const half = (from: 'item' | 'dimension', more: Indicator[] = []) =>
      makeRubric([], {
        dimensions: [
          {
            code: 'D',
            name: '维度',
            base: 20,
            indicators: [
              makeIndicator('D1', 10, deduct('item')),
              makeIndicator('D2', 10, deduct('item')),
              makeIndicator('D3', 10, deduct(from)),
              makeIndicator('D4', 10, deduct(from)),
              ...more,
            ],
          },
        ],
      });
    // As far apart on each item as on all of them.
    const sheets = [
      [0, 6, 3, 9],
      [9, 3, 0, 6],
      [3, 9, 6, 0],
    ].map((taken, at) => ({
      ...makeSheet(`r${at}`, {
        ...Object.fromEntries(taken.map((deducted, of) => [`D${of + 1}`, { deducted }])),
        B1: { uses: [] },
        B2: { uses: [] },
      }),
      evaluatorId: `r${at}`,
    }));
    const alphaOf = (rubric: Rubric) => calibrationAgreement(rubric, sheets).alpha.alpha ?? Number.NaN;
    const own = alphaOf(half('item'));
    expect(own).toBeLessThan(0.2);
    expect(alphaOf(half('dimension'))).toBeCloseTo(own, 9);
    const bonuses = [makeIndicator('B1', 5, bonus), makeIndicator('B2', 5, bonus)];
    expect(alphaOf(half('dimension', bonuses))).toBeCloseTo(own, 9);
  });

  it('says why not where something is missing or nobody else has scored', () => {
    const gaps = calibrationAgreement(RUBRIC, [by('a', 2, 8), by('b', null, 9)]);
    expect(gaps.icc).toMatchObject({ icc: null, reason: 'incomplete' });
    expect(calibrationAgreement(RUBRIC, [by('a', 2, 8)]).raters).toEqual([
      { rater: 'a', total: 10, difference: null },
    ]);
    expect(calibrationAgreement(RUBRIC, [])).toMatchObject({ raters: [], icc: { reason: 'noScores' } });
  });
});
