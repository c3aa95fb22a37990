import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, isConnected, type Visit, type VisitGraph } from './connectivity';
import { joiningVisits, joiningWords } from './joining-visits';
import { ratingTable } from './ratings';
import { patternArb, ratingsOf, shuffled } from './test-builders';

/** `a1 b1`: rater a visits unit 1, rater b too. */
const visitsOf = (text: string): Visit[] =>
  text.split(' ').flatMap(([rater, unit]) => (rater && unit ? [{ rater, unit }] : []));
const graph = (raters: string, units: string, visits: string): VisitGraph => ({
  raters: [...raters],
  units: [...units],
  visits: visitsOf(visits),
});
const everybody = () => true;
const joined = (shape: VisitGraph, visits: readonly Visit[]) =>
  components({ ...shape, visits: [...shape.visits, ...visits] }).length <= 1;

describe('components', () => {
  it('are one when a chain of raters leads through all units', () => {
    expect(components(graph('abc', '1234', 'a1 a2 b2 b3 c3 c4'))).toHaveLength(1);
  });

  it('are listed the largest first, with a unit that nobody scores, without raters who score nobody', () => {
    expect(components(graph('abcd', '12345', 'a1 b2 b3 c3 c4'))).toEqual([
      { units: ['2', '3', '4'], raters: ['b', 'c'] },
      { units: ['1'], raters: ['a'] },
      { units: ['5'], raters: [] },
    ]);
  });

  it('are none of a round without units', () => {
    expect(components(graph('ab', '', ''))).toEqual([]);
  });

  it('refuse a visit that is not of the round', () => {
    expect(() => components(graph('a', '1', 'b1'))).toThrow(RangeError);
  });
});

describe('joining visits', () => {
  const twoGroups = graph('abcd', '1234', 'a1 a2 b1 c3 d3 d4');

  it('are none when nothing is apart', () => {
    expect(joiningVisits(graph('a', '12', 'a1 a2'), everybody)).toEqual([]);
    expect(joiningVisits(graph('', '', ''), everybody)).toEqual([]);
  });

  it('send whoever has the fewest units to the unit with the fewest scores', () => {
    expect(joiningVisits(twoGroups, everybody)).toEqual(visitsOf('b4'));
  });

  it('keep to recusals', () => {
    expect(joiningVisits(twoGroups, (rater) => rater === 'd')).toEqual(visitsOf('d2'));
    expect(joiningVisits(twoGroups, () => false)).toBeNull();
  });

  it('spread over the evaluators', () => {
    const visits = joiningVisits(graph('ab', '12345', 'a1 b1'), everybody);
    expect(visits).toEqual(visitsOf('a2 b3 a4 b5'));
  });

  it('take an idle evaluator only where nobody else may, the one who joins most', () => {
    const idle = graph('abcxy', '123', 'a1 b2 c3');
    expect(joiningVisits(idle, everybody)).toHaveLength(2);
    expect(joiningVisits(idle, (rater, unit) => rater === 'y' || (rater === 'x' && unit < '3'))).toEqual(
      visitsOf('y1 y2 y3'),
    );
    expect(
      joiningVisits(idle, (rater, unit) => (rater === 'x' ? unit < '3' : rater === 'y' && unit > '1')),
    ).toEqual(visitsOf('x1 x2 y2 y3'));
  });

  it('need somebody to visit', () => {
    expect(joiningVisits(graph('', '12', ''), everybody)).toBeNull();
  });

  it('say it in words', () => {
    const one = { rater: '张三', unit: '二中' };
    expect(joiningWords([])).toBeNull();
    expect(joiningWords([one])?.zh).toBe('请张三加评二中，即可把两组连起来');
    expect(joiningWords([one, { rater: '李四', unit: '一小' }])?.zh).toContain('张三评二中；李四评一小');
  });
});

describe('for any round', () => {
  const anyRound = fc.tuple(patternArb, patternArb).map(([pattern, recusals]) => {
    const raters = (pattern[0] ?? []).map((_, at) => `J${at + 1}`);
    const shape = { units: pattern.map((_, at) => `S${at + 1}`), raters, visits: ratingsOf(pattern) };
    const recused = new Set(
      ratingsOf(recusals).flatMap(({ rater, unit, value }) => (value > 10 ? [rater + unit] : [])),
    );
    return { shape, allowed: (rater: string, unit: string) => !recused.has(rater + unit) };
  });

  it('the advice joins all, keeps to recusals, and is null only when nothing could', () => {
    fc.assert(
      fc.property(anyRound, ({ shape, allowed }) => {
        const advice = joiningVisits(shape, allowed);
        const possible = shape.raters.flatMap((rater) =>
          shape.units.flatMap((unit) => (allowed(rater, unit) ? [{ rater, unit }] : [])),
        );
        expect(advice !== null).toBe(joined(shape, possible));
        for (const { rater, unit } of advice ?? []) expect(allowed(rater, unit)).toBe(true);
        if (advice) expect(joined(shape, advice)).toBe(true);
      }),
    );
  });

  it('no visit of the advice can be spared', () => {
    fc.assert(
      fc.property(anyRound, ({ shape, allowed }) => {
        const advice = joiningVisits(shape, allowed) ?? [];
        for (const visit of advice)
          expect(
            joined(
              shape,
              advice.filter((other) => other !== visit),
            ),
          ).toBe(false);
      }),
    );
  });

  it('is as few as there are groups less one when nobody is recused', () => {
    fc.assert(
      fc.property(anyRound, ({ shape }) => {
        const busy = shape.visits.length > 0;
        const groups = components(shape).length;
        expect(joiningVisits(shape, everybody)).toHaveLength(busy ? groups - 1 : groups === 1 ? 0 : groups);
      }),
    );
  });

  it('does not depend on the order in which anything is listed', () => {
    const reordered = anyRound.chain((round) =>
      fc
        .tuple(shuffled(round.shape.units), shuffled(round.shape.raters), shuffled(round.shape.visits))
        .map(([units, raters, visits]) => ({ ...round, other: { units, raters, visits } })),
    );
    fc.assert(
      fc.property(reordered, ({ shape, other, allowed }) => {
        expect(components(other)).toEqual(components(shape));
        expect(joiningVisits(other, allowed)).toEqual(joiningVisits(shape, allowed));
      }),
    );
  });

  it('a table is connected when its graph is one group', () => {
    fc.assert(
      fc.property(patternArb.map(ratingsOf), (visits) => {
        const { units, raters } = ratingTable(visits);
        expect(isConnected(ratingTable(visits))).toBe(components({ units, raters, visits }).length <= 1);
      }),
    );
  });
});
