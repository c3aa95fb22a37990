import { describe, expect, it } from 'vitest';
import { machineOf } from '../workflow';
import { eventStatus, feedDays, feedInputSchema } from './feed';

describe('a subscribed calendar', () => {
  it.each([
    ['2022-11-16', '2022-10-16', '2023-05-16'],
    ['2022-03-31', '2022-02-28', '2022-09-30'],
    ['2022-08-31', '2022-07-31', '2023-02-28'],
  ])('on %s holds %s to %s', (today, from, to) => {
    expect(feedDays(today)).toEqual({ from, to });
  });

  it('says of every state how the activity stands', () => {
    const said = Object.fromEntries(
      (machineOf('activity')?.states ?? []).map((state) => [state, eventStatus(state)]),
    );
    expect(said).toEqual({
      planned: 'TENTATIVE',
      cleared: 'TENTATIVE',
      announced: 'CONFIRMED',
      held: 'CONFIRMED',
      reported: 'CONFIRMED',
      verified: 'CONFIRMED',
      returned: 'CONFIRMED',
      cancelled: 'CANCELLED',
    });
  });

  it.each([
    [{ kind: 'mine' }, true],
    [{ kind: 'station', of: 'abc' }, true],
    [{ kind: 'station' }, false],
    [{ kind: 'station', of: '' }, false],
    [{ kind: 'mine', of: 'abc' }, false],
    [{ kind: 'town', of: 'abc' }, false],
    [null, false],
    ['mine', false],
  ])('%j is asked for soundly: %s', (input, sound) => {
    expect(feedInputSchema.safeParse(input).success).toBe(sound);
  });
});
