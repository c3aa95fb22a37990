import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeState, overlaps } from '.';

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
    [at(29), at(40), 'inTime'],
    [at(30), at(40), 'late'],
    [at(31), at(40), 'late'],
    [null, at(29), 'pending'],
    [null, at(30), 'missed'],
    [undefined, at(31), 'missed'],
  ])('announced %s, now %s → %s', (announcedAt, now, expected) => {
    expect(noticeState({ startsAt, announcedAt }, now)).toBe(expected);
  });

  it.each([null, at(31)])('a cancelled activity owes no notice (announced %s)', (announcedAt) => {
    expect(noticeState({ startsAt, announcedAt, state: 'cancelled' }, at(40))).toBeNull();
  });
});
