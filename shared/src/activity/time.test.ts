import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateVenue, noticeState, overlaps, PUBLIC_STATES, publicStage } from '.';

const at = (minute: number) => new Date(Date.UTC(2022, 10, 20, 1, minute)).toISOString();
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

describe('overlaps', () => {
  it.each([
    [span(0, 60), span(60, 120), false, 'one after the other'],
    [span(0, 60), span(59, 120), true, 'a minute shared'],
    [span(0, 60), span(61, 120), false, 'a minute between'],
    [span(0, 120), span(30, 60), true, 'one within the other'],
    [span(0, 60), span(0, 60), true, 'the same time'],
  ])('%j, %j → %s (%s)', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  it('agrees with looking at every minute', () => {
    const anySpan = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(anySpan, anySpan, ([a, aLength], [b, bLength]) => {
        const minutes = Array.from({ length: 101 }, (_, minute) => minute);
        const shared = minutes.some((m) => m >= a && m < a + aLength && m >= b && m < b + bLength);
        expect(overlaps(span(a, a + aLength), span(b, b + bLength))).toBe(shared);
      }),
    );
  });
});

describe('noticeState', () => {
  const startsAt = at(30);

  it.each([
    [at(29), at(40), 'short'],
    [at(30), at(40), 'late'],
    [at(31), at(40), 'late'],
    [null, at(29), 'pending'],
    [null, at(30), 'missed'],
    [undefined, at(31), 'missed'],
  ])('announced %s, now %s → %s', (announcedAt, now, expected) => {
    expect(noticeState({ startsAt, announcedAt }, now)).toBe(expected);
  });

  // The activity starts at 09:30 of 20 November on the district's clock.
  it.each([
    ['2022-11-19T15:59:59.999Z', 1, 'inTime', 'the last moment of the day before'],
    ['2022-11-19T16:00:00.000Z', 1, 'short', 'midnight of the day itself'],
    ['2022-11-18T15:59:59.999Z', 2, 'inTime', 'two days before'],
    ['2022-11-18T16:00:00.000Z', 2, 'short', 'the day before, where two are asked'],
    ['2022-11-19T16:00:00.000Z', 0, 'inTime', 'the day itself, where it will do'],
    ['2022-11-20T01:29:59.999Z', 0, 'inTime', 'just before the start'],
    ['2022-11-20T01:30:00.000Z', 0, 'late', 'at the start'],
  ])('announced %s, %i days asked → %s (%s)', (announcedAt, noticeDays, expected) => {
    expect(noticeState({ startsAt, announcedAt }, at(40), noticeDays)).toBe(expected);
  });

  it.each([null, at(31)])('a cancelled activity owes no notice (announced %s)', (announcedAt) => {
    expect(noticeState({ startsAt, announcedAt, state: 'cancelled' }, at(40))).toBeNull();
  });
});

describe('what the public sees', () => {
  it('is what was announced, whatever became of it', () => {
    expect(PUBLIC_STATES).toEqual(['announced', 'held', 'reported', 'verified', 'returned', 'cancelled']);
  });

  it.each([
    ['announced', at(59), 'coming'],
    ['announced', at(60), 'over'],
    ['returned', at(61), 'over'],
    ['cancelled', at(0), 'cancelled'],
    ['cancelled', at(90), 'cancelled'],
  ])('%s at %s → %s', (state, now, expected) => {
    expect(publicStage({ endsAt: at(60), state }, now)).toBe(expected);
  });

  it('is not whose home an activity goes to', () => {
    expect(isPrivateVenue('home')).toBe(true);
    expect(isPrivateVenue('site')).toBe(false);
    expect(isPrivateVenue(null)).toBe(false);
  });
});
