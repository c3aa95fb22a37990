import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_BANDS } from '../rubric';
import { quotaPlaces } from './quota';
import { type RankInput, rankUnits } from './rank';
import { makeIndicator, makeRubric, makeUnit } from './test-builders';

const quotaArb = fc.option(
  fc.oneof(
    fc.nat(4).map((count) => ({ count })),
    fc.constantFrom(0, 0.1, 0.3, 0.5).map((share) => ({ share })),
  ),
);
const rubricArb = fc.tuple(quotaArb, quotaArb).map((quotas) =>
  makeRubric([makeIndicator('P1', 100)], {
    tieBreaks: ['rawMean'],
    bands: DEFAULT_BANDS.map((band, at) => (quotas[at] ? { ...band, quota: quotas[at] } : band)),
  }),
);
// Few different values, so that ties are common.
const scoreArb = fc.integer({ min: 55, max: 100 }).map((value) => String(value - (value % 5)));
const unitsArb = fc
  .array(
    fc.record({
      total: fc.option(scoreArb, { freq: 8 }),
      rawMean: fc.constantFrom('70', '80'),
      raters: fc.constantFrom(0, 1, 5, 5),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list): RankInput[] => list.map(({ total, ...facts }, at) => makeUnit(`u${at}`, total, facts)));
const rows = (...args: Parameters<typeof rankUnits>) => rankUnits(...args).flatMap(({ units }) => units);

it('gives a valid 1224 ranking', () => {
  fc.assert(
    fc.property(rubricArb, unitsArb, (rubric, units) => {
      const ranked = rows(rubric, units).filter(({ rank }) => rank !== null);
      for (const { rank, tiedWith } of ranked) {
        expect(ranked.filter((other) => Number(other.rank) < Number(rank))).toHaveLength(Number(rank) - 1);
        expect(ranked.filter((other) => other.rank === rank)).toHaveLength(tiedWith + 1);
      }
      const totals = [...ranked]
        .sort((a, b) => Number(a.rank) - Number(b.rank))
        .map(({ total }) => Number(total));
      expect(totals).toEqual([...totals].sort((a, b) => b - a));
    }),
  );
});

it('never exceeds a quota, and nobody in a lower band has a better rank', () => {
  fc.assert(
    fc.property(rubricArb, unitsArb, (rubric, units) => {
      const ranked = rows(rubric, units).filter(({ rank }) => rank !== null);
      for (const band of rubric.bands) {
        const inside = ranked.filter((row) => row.band === band.code);
        if (band.quota) expect(inside.length).toBeLessThanOrEqual(quotaPlaces(band.quota, ranked.length));
      }
      const order = (row: (typeof ranked)[number]) => rubric.bands.findIndex(({ code }) => code === row.band);
      for (const a of ranked)
        for (const b of ranked)
          if (Number(a.rank) < Number(b.rank)) expect(order(a)).toBeLessThanOrEqual(order(b));
    }),
  );
});

it('never breaks a tie by id, name or order of input', () => {
  fc.assert(
    fc.property(rubricArb, unitsArb, (rubric, units) => {
      const outcome = (list: RankInput[]) =>
        rows(rubric, list).map(({ total, rank, band, tiedWith, tieBreak }) => ({
          total,
          rank,
          band,
          tiedWith,
          tieBreak,
        }));
      const sorted = (list: RankInput[]) =>
        outcome(list)
          .map((row) => JSON.stringify(row))
          .sort();
      const renamed = units
        .map((unit, at) => ({ ...unit, unitId: `z${units.length - at}`, unitName: `z${units.length - at}` }))
        .reverse();
      expect(sorted(renamed)).toEqual(sorted(units));
      // And each unit by itself keeps its rank and band.
      const byId = new Map(rows(rubric, units).map((row) => [row.unitId, row]));
      for (const row of rows(rubric, [...units].reverse()))
        expect([row.rank, row.band]).toEqual([byId.get(row.unitId)?.rank, byId.get(row.unitId)?.band]);
    }),
  );
});

it('says why whenever the band is not the natural one', () => {
  fc.assert(
    fc.property(rubricArb, unitsArb, (rubric, units) => {
      for (const row of rows(rubric, units)) {
        if (row.rank === null) expect(row.unranked?.words.zh).toBeTruthy();
        else expect(row.moved.at(-1)?.to ?? row.naturalBand).toBe(row.band);
      }
    }),
  );
});
