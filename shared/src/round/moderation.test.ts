import { describe, expect, it } from 'vitest';
import { makeIndicator, makeRubric, makeSheet } from '../scoring/test-builders';
import {
  mayDisclose,
  othersGiven,
  spreadsOf,
  takesAnswers,
  talkEndRefused,
  talkRefused,
  talkSubject,
} from './moderation';

const RUBRIC = makeRubric([
  makeIndicator('P1', 10),
  makeIndicator('P2', 20),
  { ...makeIndicator('T1', 10), sources: ['town' as const] },
]);
const by = (rater: string, P1: number | null, P2: number) => ({
  ...makeSheet(rater, { ...(P1 === null ? {} : { P1: { points: P1 } }), P2: { points: P2 } }),
  evaluatorId: rater,
});

describe('what a talk is about', () => {
  it.each([
    ['P1', ['P1'], 'an indicator'],
    ['D', ['P1', 'P2'], 'a dimension: what evaluators judge of it'],
    ['T1', null, 'judged by others'],
    ['X', null, 'not in the rubric'],
    ['', null, 'nothing'],
    ['constructor', null, 'a word of the language'],
  ])('%j → %j (%s)', (code, indicators, _why) => {
    expect(talkSubject(RUBRIC, code)?.indicators ?? null).toEqual(indicators);
  });
});

describe('how far evaluators are apart', () => {
  it('is told of every item that they judge, in points and in percent', () => {
    const spreads = spreadsOf(RUBRIC, [by('a', 2, 20), by('b', 7, 20), by('c', null, 14)]);
    expect(spreads.map(({ code, spread, percent }) => [code, spread, percent])).toEqual([
      ['D', 6, 20],
      ['P1', 5, 50],
      ['P2', 6, 30],
    ]);
    expect(spreads[1]?.given).toEqual([
      { rater: 'a', points: 2 },
      { rater: 'b', points: 7 },
      { rater: 'c', points: null },
    ]);
  });

  it.each([
    ['nobody', []],
    ['one', [by('a', 2, 20)]],
  ])('is nothing with %s', (_, sheets) => {
    expect(spreadsOf(RUBRIC, sheets).every(({ spread }) => spread === null)).toBe(true);
  });
});

describe('how a talk ends', () => {
  it.each([
    ['talkChanged', ['asked', 'changed'], null, 'somebody changed'],
    ['talkChanged', ['kept', 'asked'], /没有人改评/, 'nobody changed'],
    ['talkChanged', [], /没有人改评/, 'nobody was asked'],
    ['talkUnchanged', ['kept', 'kept'], null, 'everybody kept'],
    ['talkUnchanged', ['asked'], null, 'nobody has answered'],
    ['talkUnchanged', ['kept', 'changed'], /已有人改评/, 'one changed'],
    ['talk', ['changed'], null, 'another step'],
    [undefined, [], null, 'a step without a gate'],
  ])('%s after %j: %s (%s)', (gate, answers, expected, _why) => {
    const words = talkEndRefused(gate, answers);
    if (expected === null) expect(words).toBeNull();
    else expect(words?.zh).toMatch(expected);
  });

  it.each([
    ['draft', true],
    ['open', false],
    ['closed', true],
    ['published', true],
  ])('and none goes on in a round that is %s: %j', (state, refused) => {
    expect(talkRefused(state) !== null).toBe(refused);
  });
});

describe('what those asked see of the others', () => {
  it.each([
    [true, ['submitted', 'submitted'], true, 'all are in'],
    [true, ['submitted', 'recused', 'withdrawn'], true, 'who has left is not waited for'],
    [true, ['submitted', 'draft'], false, 'one is still to come'],
    [true, ['submitted', 'returned'], false, 'one was sent back'],
    [false, ['submitted'], false, 'the office does not show them'],
    [null, ['submitted'], false, 'nothing said'],
  ])('disclose %j, sheets %j → %j (%s)', (disclose, states, expected, _why) => {
    expect(mayDisclose(disclose, states)).toBe(expected);
  });

  it('is without the own points and without names, in an order of its own', () => {
    const given = ['x', 'y', 'z', 'w'].map((rater, points) => ({ rater, points }));
    const shown = othersGiven(given, 'y', 'seed');
    expect(shown.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(shown.map(({ points }) => points).sort()).toEqual([0, 2, 3]);
    expect(othersGiven([...given].reverse(), 'y', 'seed')).toEqual(shown);
    const orders = new Set(['1', '2', '3', '4'].map((seed) => JSON.stringify(othersGiven(given, 'y', seed))));
    expect(orders.size).toBeGreaterThan(1);
    expect(JSON.stringify(shown)).not.toMatch(/"[xyzw]"/);
  });

  it.each([
    ['open', false],
    ['talking', true],
    ['settled', false],
    ['kept', false],
  ])('answers are taken in %s: %j', (state, expected) => {
    expect(takesAnswers(state)).toBe(expected);
  });
});
