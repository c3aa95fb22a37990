import { describe, expect, it } from 'vitest';
import { isRevocable, quotaDay, quotaState, tokenExpiryProblem, tokenStanding } from '.';

const TODAY = '2022-10-20';

describe('a token', () => {
  it.each<[number | null, string | null, string | null, string, string]>([
    [null, null, null, 'live', 'nothing ends it'],
    [null, TODAY, null, 'live', 'it holds through its last day'],
    [null, '2022-10-19', null, 'expired', 'its last day was yesterday'],
    [null, null, TODAY, 'live', 'the last day of its consumer'],
    [null, '2023-01-01', '2022-10-19', 'expired', 'the consumer has ended before it'],
    [0, null, null, 'revoked', 'revoked at whatever moment'],
    [1, '2022-10-19', null, 'revoked', 'revoked says more than expired'],
  ])('revoked at %s, until %s, consumer until %s is %s: %s', (revokedAt, expiresOn, consumer, standing) => {
    expect(tokenStanding({ revokedAt, expiresOn }, consumer, TODAY)).toBe(standing);
  });

  it.each([
    ['live', true],
    ['expired', true],
    ['revoked', false],
  ] as const)('that is %s can be revoked: %s', (standing, revocable) => {
    expect(isRevocable(standing)).toBe(revocable);
  });

  it.each([
    [undefined, null],
    [null, null],
    [TODAY, null],
    ['2022-10-19', 'OUT_OF_RANGE'],
    ['2022-02-30', 'WRONG_TYPE'],
    ['', 'WRONG_TYPE'],
    [20221020, 'WRONG_TYPE'],
  ])('until %s: %s', (expiresOn, code) => {
    expect(tokenExpiryProblem(expiresOn, TODAY)?.code ?? null).toBe(code);
  });
});

describe('a quota', () => {
  it.each([
    ['2022-10-20T15:59:59.999Z', '2022-10-20', '2022-10-20T16:00:00.000Z', 'the last moment of the day'],
    ['2022-10-20T16:00:00.000Z', '2022-10-21', '2022-10-21T16:00:00.000Z', 'the first of the next one'],
  ])('at %s counts for %s until %s: %s', (now, day, ends) => {
    expect(quotaDay(Date.parse(now))).toEqual({ day, endsAt: Date.parse(ends) });
  });

  it.each([
    [10, 0, 10],
    [10, 9, 1],
    [10, 10, 0],
    [10, 12, 0],
  ])('of %s after %s leaves %s', (limit, spent, remaining) => {
    expect(quotaState(limit, spent, 5_000, 2_001)).toEqual({ limit, remaining, resetSeconds: 3 });
  });

  it('never tells to come back at once', () => {
    expect(quotaState(1, 1, 5_000, 5_000).resetSeconds).toBe(1);
  });
});
