import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../calendar';
import {
  DEFAULT_PREFERENCES,
  dueKind,
  mayMailNow,
  type NoticePreferences,
  noticePreferencesSchema,
  returnedTo,
} from '.';

const DAY = '2022-11-16';
const night = { from: '21:00', to: '07:30' };
const noon = { from: '12:00', to: '14:00' };

describe('when a letter may go out', () => {
  it.each<[string, Pick<NoticePreferences, 'digestAt' | 'quiet'>, string | null, boolean, string]>([
    ['12:00', { digestAt: null, quiet: null }, null, true, 'at once, at any time'],
    ['12:00', { digestAt: null, quiet: null }, DAY, true, 'at once, however many today'],
    ['11:59', { digestAt: null, quiet: noon }, null, true, 'before the quiet hours'],
    ['12:00', { digestAt: null, quiet: noon }, null, false, 'their first minute'],
    ['13:59', { digestAt: null, quiet: noon }, null, false, 'their last minute'],
    ['14:00', { digestAt: null, quiet: noon }, null, true, 'after them'],
    ['20:59', { digestAt: null, quiet: night }, null, true, 'before the night'],
    ['21:00', { digestAt: null, quiet: night }, null, false, 'the night begins'],
    ['00:00', { digestAt: null, quiet: night }, null, false, 'midnight'],
    ['07:29', { digestAt: null, quiet: night }, null, false, 'the last minute of the night'],
    ['07:30', { digestAt: null, quiet: night }, null, true, 'the morning'],
    ['08:29', { digestAt: '08:30', quiet: night }, null, false, 'before the daily letter'],
    ['08:30', { digestAt: '08:30', quiet: night }, null, true, 'the daily letter'],
    ['23:00', { digestAt: '08:30', quiet: null }, '2022-11-15', true, 'late, but not yet today'],
    ['08:30', { digestAt: '08:30', quiet: night }, DAY, false, 'had today’s letter'],
    [
      '12:30',
      { digestAt: '12:15', quiet: noon },
      null,
      false,
      'the digest waits for the end of the quiet hours',
    ],
    ['14:00', { digestAt: '12:15', quiet: noon }, null, true, 'and comes then'],
    ['12:00', { digestAt: null, quiet: { from: '12:00', to: '12:00' } }, null, true, 'no quiet hours at all'],
  ])('%s with %j, last on %s → %s (%s)', (time, preferences, last, expected) => {
    expect(mayMailNow(preferences, instantAt(DAY, time), last)).toBe(expected);
  });

  it('comes once a day whatever the hours, as long as they leave any time for it', () => {
    const clock = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
    const quiet = fc.option(fc.record({ from: clock, to: clock }));
    fc.assert(
      fc.property(clock, quiet, (digestAt, hours) => {
        let last: string | null = null;
        let sent = 0;
        for (let minute = 0; minute < 24 * 60; minute += 1) {
          const time = [Math.floor(minute / 60), minute % 60]
            .map((n) => String(n).padStart(2, '0'))
            .join(':');
          if (!mayMailNow({ digestAt, quiet: hours }, instantAt(DAY, time), last)) continue;
          last = DAY;
          sent += 1;
        }
        expect(sent).toBeLessThanOrEqual(1);
        if (hours === null) expect(sent).toBe(1);
      }),
    );
  });
});

describe('a due day', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'dueSoon'],
    [3, 'dueSoon'],
    [4, null],
  ])('%i days left → %s', (days, kind) => {
    expect(dueKind(days)).toBe(kind);
  });
});

describe('who mends what was sent back', () => {
  it.each([
    ['activity', 'return', ['station', 'unit']],
    ['project', 'return', ['unit']],
    ['evaluation', 'return', ['town', 'unit', 'evaluator']],
    ['story', 'return', ['town', 'station', 'unit']],
    ['activity-material', 'return', ['station', 'unit']],
    ['report', 'return', ['leadDepartment', 'town', 'station', 'unit']],
    ['material-submission', 'return', ['station']],
    ['material-submission', 'sendBack', ['town', 'station']],
    ['site-plan', 'return', ['station']],
    ['action-plan', 'return', ['leadDepartment', 'town', 'station', 'unit']],
    ['liaison-content', 'returnToUnit', ['unit']],
    ['activity', 'verify', []],
    ['activity', 'nothing', []],
    ['unit', 'return', []],
  ])('%s %s → %j', (resource, step, roles) => {
    expect(returnedTo(resource, step)).toEqual(roles);
  });
});

describe('what one may choose', () => {
  const some = { ...DEFAULT_PREFERENCES, email: ['overdue'], address: 'zhang@example.cn' };
  it.each<[unknown, boolean, string]>([
    [DEFAULT_PREFERENCES, true, 'the defaults'],
    [some, true, 'letters to an address'],
    [{ ...some, address: null }, false, 'letters to nowhere'],
    [{ ...some, address: 'zhang' }, false, 'no address'],
    [{ ...some, address: 'a@b.cn\nBcc: c@d.cn' }, false, 'another header'],
    [{ ...some, digestAt: '24:00' }, false, 'no time'],
    [{ ...some, digestAt: '8:30' }, false, 'an hour of one digit'],
    [{ ...some, quiet: { from: '21:00' } }, false, 'no end'],
    [{ ...some, console: ['everything'] }, false, 'an unknown kind'],
    [{ ...some, more: 1 }, false, 'an unknown field'],
    [null, false, 'nothing'],
  ])('%j → %s (%s)', (input, sound) => {
    expect(noticePreferencesSchema.safeParse(input).success).toBe(sound);
  });

  it('names a kind once', () => {
    const { email } = noticePreferencesSchema.parse({ ...some, email: ['overdue', 'overdue'] });
    expect(email).toEqual(['overdue']);
  });
});
