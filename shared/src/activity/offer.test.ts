import { describe, expect, it } from 'vitest';
import { instantAt } from '../calendar';
import { type Booking, bookingProblem, type Offer, offerTimesSchema } from './offer';

// 2022-11-18 is a Friday.
const booking = (from: string, to: string, people: number | null = 30, day = '2022-11-18'): Booking => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
  people,
});
const offer = (values: Partial<Offer> = {}): Offer => ({
  kind: 'room',
  quantity: 1,
  times: [],
  active: true,
  ...values,
});
const wanted = booking('10:00', '12:00');

describe('booking what a site offers', () => {
  it.each<[string, Offer, Booking[], ReturnType<typeof bookingProblem>]>([
    ['nothing else', offer(), [], null],
    ['ends when it begins', offer(), [booking('08:00', '10:00')], null],
    ['begins when it ends', offer(), [booking('12:00', '13:00')], null],
    ['a minute too long', offer(), [booking('08:00', '10:01')], { kind: 'full', left: 0, takes: 1 }],
    ['a minute too early', offer(), [booking('11:59', '13:00')], { kind: 'full', left: 0, takes: 1 }],
    ['one of two rooms', offer({ quantity: 2 }), [booking('09:00', '13:00')], null],
    [
      'both rooms, one after the other',
      offer({ quantity: 2 }),
      [booking('10:00', '11:00'), booking('11:00', '12:00')],
      null,
    ],
    [
      'both rooms at once',
      offer({ quantity: 2 }),
      [booking('10:00', '11:30'), booking('11:00', '12:00')],
      { kind: 'full', left: 0, takes: 1 },
    ],
    ['just enough seats', offer({ kind: 'seat', quantity: 30 }), [], null],
    ['one seat short', offer({ kind: 'seat', quantity: 29 }), [], { kind: 'full', left: 29, takes: 30 }],
    [
      'seats that others took',
      offer({ kind: 'seat', quantity: 50 }),
      [booking('11:00', '13:00', 21)],
      { kind: 'full', left: 29, takes: 30 },
    ],
    ['seats shared', offer({ kind: 'seat', quantity: 50 }), [booking('11:00', '13:00', 20)], null],
    ['nobody said how many', offer({ kind: 'seat', quantity: 31 }), [booking('11:00', '13:00', null)], null],
    ['not in use', offer({ active: false }), [], { kind: 'inactive' }],
  ])('%s', (_why, of, others, expected) => {
    expect(bookingProblem(of, wanted, others)).toEqual(expected);
  });

  it.each<[number[], string, string, boolean]>([
    [[5], '10:00', '12:00', true],
    [[5], '09:59', '12:01', true],
    [[5], '10:01', '12:00', false],
    [[5], '10:00', '11:59', false],
    [[4], '10:00', '12:00', false],
    [[1, 5, 7], '08:00', '20:00', true],
  ])('on weekdays %j from %s to %s: %s', (weekdays, from, to, fits) => {
    const problem = bookingProblem(offer({ times: [{ weekdays, from, to }] }), wanted, []);
    expect(problem).toEqual(fits ? null : { kind: 'times' });
  });

  it('lies within one time of one day', () => {
    const times = [{ weekdays: [5, 6], from: '00:00', to: '23:59' }];
    const over = { ...wanted, endsAt: instantAt('2022-11-19', '10:00') };
    expect(bookingProblem(offer({ times }), over, [])).toEqual({ kind: 'times' });
  });
});

describe('the times of an offer', () => {
  it.each([
    [[], true],
    [[{ weekdays: [1], from: '09:00', to: '09:01' }], true],
    [[{ weekdays: [1], from: '09:00', to: '09:00' }], false],
    [[{ weekdays: [], from: '09:00', to: '10:00' }], false],
    [[{ weekdays: [0], from: '09:00', to: '10:00' }], false],
    [[{ weekdays: [8], from: '09:00', to: '10:00' }], false],
    [[{ weekdays: [1], from: '9:00', to: '10:00' }], false],
    [[{ weekdays: [1], from: '09:00', to: '24:00' }], false],
    [Array.from({ length: 21 }, () => ({ weekdays: [1], from: '09:00', to: '10:00' })), false],
    ['x', false],
    [{}, false],
  ])('%j: %s', (value, sound) => {
    expect(offerTimesSchema.safeParse(value).success).toBe(sound);
  });
});
