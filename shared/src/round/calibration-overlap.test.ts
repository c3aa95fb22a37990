import { describe, expect, it } from 'vitest';
import { overlapWords, scoringTwice } from './calibration-overlap';

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ documentId: `p${at}`, displayName: `测评员${at}` }));

describe('who scores a calibration case and judges its unit for real', () => {
  it.each([
    [['p0', 'p2'], ['p0', 'p2'], 'both of them'],
    [['p9'], [], 'judges the unit, but is not asked for the case (recused, or gone)'],
    [[], [], 'the round does not judge the unit'],
  ])('%j → %j (%s)', (judging, expected) => {
    const found = scoringTwice(people(3), new Set(judging));
    expect(found.map(({ documentId }) => documentId)).toEqual(expected);
  });

  it.each([
    [1, '测评员0既评校准案例', 'one name'],
    [5, '测评员0、测评员1、测评员2、测评员3、测评员4既评', 'all names'],
    [6, '测评员3、测评员4等 6 名测评员既评', 'from the sixth on a number'],
  ])('%d: %s (%s)', (count, words) => {
    expect(overlapWords(people(count))?.zh).toContain(words);
  });

  it('is no warning where nobody does', () => {
    expect(overlapWords([])).toBeNull();
  });
});
