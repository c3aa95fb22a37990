import { describe, expect, it } from 'vitest';
import { addendumRefused, receivedStates } from './addendum';
import { filingFigures, NO_STANDINGS } from './figures';
import { type Origin, receivesFrom } from './forward';
import { appliesToOf, type FilingParty, owedBy } from './obliged';
import { receiptNumber } from './receipt';

describe('owedBy', () => {
  const units = appliesToOf({ unitClasses: ['liaison', 'school'] });
  it.each<[object, FilingParty, boolean]>([
    [{ unitClasses: ['liaison', 'school'] }, { per: 'unit', unitClass: 'school' }, true],
    [{ unitClasses: ['liaison', 'school'] }, { per: 'unit', unitClass: 'key' }, false],
    [{ unitClasses: ['key'] }, { per: 'station', level: 'station' }, false],
    [{ stationLevels: ['institute'] }, { per: 'station', level: 'institute' }, true],
    [{ stationLevels: ['institute'] }, { per: 'station', level: 'station' }, false],
    [{ departments: true }, { per: 'department' }, true],
    [{ departments: false }, { per: 'department' }, false],
    [{ unitClasses: ['nobody'] }, { per: 'unit', unitClass: 'key' }, false],
    [{}, { per: 'department' }, false],
  ])('%j binds %j: %s', (appliesTo, party, expected) => {
    expect(owedBy(appliesToOf(appliesTo), party)).toBe(expected);
  });

  it('reads what is left out as nobody', () => {
    expect(units).toEqual({ unitClasses: ['liaison', 'school'], stationLevels: [], departments: false });
    expect(appliesToOf(null)).toEqual({ unitClasses: [], stationLevels: [], departments: false });
  });
});

describe('an addendum', () => {
  const original = { resource: 'report', state: 'submitted', isAddendum: false } as const;
  type Original = Parameters<typeof addendumRefused>[0];
  it.each<[Original, string | null, string, boolean, string]>([
    [original, '2022-11-30', '2022-11-30', true, 'on the last day'],
    [original, '2022-11-30', '2022-12-01', false, 'the day after'],
    [original, null, '2022-11-01', false, 'none are taken'],
    [{ ...original, state: 'accepted' }, '2022-11-30', '2022-11-01', true, 'accepted'],
    [{ ...original, state: 'draft' }, '2022-11-30', '2022-11-01', false, 'not sent in'],
    [{ ...original, state: 'returned' }, '2022-11-30', '2022-11-01', false, 'sent back: to be mended itself'],
    [{ ...original, isAddendum: true }, '2022-11-30', '2022-11-01', false, 'of an addendum'],
  ])('%j until %s on %s: %s (%s)', (one, until, today, allowed) => {
    expect(addendumRefused(one, until, today) === null).toBe(allowed);
  });

  it('adds to what the receiver holds', () => {
    expect(receivedStates('report')).toEqual(['submitted', 'accepted']);
    expect(receivedStates('material-submission')).toEqual(['submitted', 'forwarded', 'accepted']);
  });
});

describe('who receives materials', () => {
  const site = { station: 7, parent: 3, level: 'station' } as const;
  it.each<[{ station: number | null }, Origin<number>, boolean, string]>([
    [{ station: 3 }, site, true, 'the institute above it'],
    [{ station: 7 }, site, false, 'the site itself'],
    [{ station: 9 }, site, false, 'another site'],
    [{ station: null }, site, true, 'town and district, whose rows the matrix bounds'],
    [{ station: 7 }, { ...site, parent: null }, false, 'a site without an institute'],
    [{ station: 7 }, { ...site, level: 'institute' as const }, true, 'an institute sends on its own'],
  ])('%j of %j: %s (%s)', (actor, origin, expected) => {
    expect(receivesFrom(actor, origin)).toBe(expected);
  });
});

describe('receipt and figures', () => {
  it('numbers a receipt by type, day and row', () => {
    expect(receiptNumber('report', '2022-10-20', 42)).toBe('BG20221020-00042');
    expect(receiptNumber('material-submission', '2022-12-05', 123456)).toBe('CL20221205-123456');
  });

  it.each([
    [{}, 0, null],
    [{ notYet: 3 }, 0, null],
    [{ met: 3, late: 1, missing: 0, notYet: 5 }, 1, 75],
    [{ missing: 2 }, 2, 0],
    [{ met: 2 }, 0, 100],
  ])('%j: late %i, in time %s', (counts, lateReports, reportsOnTimeRate) => {
    const figures = filingFigures({ ...NO_STANDINGS, ...counts });
    expect([figures.lateReports.value, figures.reportsOnTimeRate.value]).toEqual([
      lateReports,
      reportsOnTimeRate,
    ]);
  });
});
