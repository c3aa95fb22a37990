import { describe, expect, it } from 'vitest';
import { checkAttendance, takesAttendance } from './attendance';

const at = (time: string) => `2022-11-10T${time}:00.000Z`;
const NOW = at('12:00');

describe('the times of an attendance', () => {
  const rows: [why: string, from: string, to: string, minutes: number | null, fields: string[]][] = [
    ['right', at('01:00'), at('03:00'), null, []],
    ['its minutes are those between', at('01:00'), at('03:00'), 120, []],
    ['a break', at('01:00'), at('03:00'), 90, []],
    ['one minute more than between', at('01:00'), at('03:00'), 121, ['minutes']],
    ['no time at all', at('01:00'), at('01:00'), null, ['endsAt']],
    ['ends before it starts', at('03:00'), at('01:00'), 10, ['endsAt']],
    ['begins now', NOW, at('13:00'), null, []],
    ['begins a minute later', at('12:01'), at('13:00'), null, ['startsAt']],
    ['a whole day', '2022-11-09T01:00:00.000Z', at('01:00'), null, []],
    ['a minute more than a day', '2022-11-09T01:00:00.000Z', at('01:01'), null, ['endsAt']],
  ];

  it.each(rows)('%s', (_, startsAt, endsAt, minutes, fields) => {
    expect(checkAttendance({ startsAt, endsAt, minutes }, NOW).map(({ field }) => field)).toEqual(fields);
  });
});

describe('attendance is taken', () => {
  it.each([
    ['planned', false],
    ['cleared', false],
    ['announced', true],
    ['held', true],
    ['reported', true],
    ['verified', true],
    ['returned', true],
    ['cancelled', false],
  ])('of an activity that is %s: %s', (state, taken) => {
    expect(takesAttendance(state)).toBe(taken);
  });
});
