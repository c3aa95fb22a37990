import { describe, expect, it } from 'vitest';
import { dutyDays, periodOf } from './duty-look';

const duty = { code: 'd', key: '2022-07/2022-09', from: '2022-07-01', to: '2022-09-30', minimum: 1 };

describe('dutyDays', () => {
  it.each([
    [{ done: 1, state: 'met', days: null }, '1/1'],
    [{ done: 0, state: 'open', days: 0 }, '0/1,剩 0 天'],
    [{ done: 0, state: 'missed', days: 3 }, '0/1,逾期 3 天'],
  ] as const)('%j → %s', (standing, words) => expect(dutyDays({ ...duty, ...standing }).zh).toBe(words));
});

it('a period goes by its months, the whole by its last day', () => {
  const met = { ...duty, done: 1, state: 'met', days: null } as const;
  expect(periodOf(met)).toBe('2022-07–09');
  expect(periodOf({ ...met, key: 'once' })).toBe('– 2022-09-30');
});
