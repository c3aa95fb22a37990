import { describe, expect, it } from 'vitest';
import { checkActivity } from '.';

const sound = {
  title: '示例活动',
  startsAt: '2022-11-20T01:00:00.000Z',
  endsAt: '2022-11-20T03:00:00.000Z',
  expectedPeople: 80,
  venueKind: 'site',
};

const found = (change: Record<string, unknown>) =>
  checkActivity({ ...sound, ...change }).map(({ field, code }) => `${field} ${code}`);

describe('checkActivity', () => {
  it.each<[Record<string, unknown>, string[], string]>([
    [{}, [], 'sound'],
    [{ title: '' }, ['title REQUIRED'], 'no title'],
    [{ title: '   ' }, ['title REQUIRED'], 'blanks'],
    [{ title: '活'.repeat(120) }, [], 'as long as allowed'],
    [{ title: '活'.repeat(121) }, ['title TOO_LONG'], 'one too long'],
    [{ title: '𠮷'.repeat(120) }, [], 'rare characters count once'],
    [{ title: 12 }, ['title WRONG_TYPE'], 'a number'],
    [{ summary: '字'.repeat(4001) }, ['summary TOO_LONG'], 'one too long'],
    [{ startsAt: null }, ['startsAt REQUIRED'], 'no start'],
    [{ startsAt: '2022-11-20 09:00' }, ['startsAt WRONG_TYPE'], 'without an offset'],
    [{ startsAt: '2022-11-31T01:00:00Z' }, ['startsAt WRONG_TYPE'], 'no such day'],
    [{ endsAt: '2022-11-20T01:00:00.001Z' }, [], 'a millisecond after the start'],
    [{ endsAt: '2022-11-20T01:00:00.000Z' }, ['endsAt ENDS_BEFORE_START'], 'at the start'],
    [{ endsAt: '2022-11-20T00:59:59.999Z' }, ['endsAt ENDS_BEFORE_START'], 'before the start'],
    [{ endsAt: '2022-12-21T01:00:00.000Z' }, [], '31 days'],
    [{ endsAt: '2022-12-21T01:00:00.001Z' }, ['endsAt OUT_OF_RANGE'], 'more than 31 days'],
    [{ expectedPeople: null }, [], 'not known yet'],
    [{ expectedPeople: 0 }, [], 'nobody'],
    [{ expectedPeople: -1 }, ['expectedPeople OUT_OF_RANGE'], 'negative'],
    [{ expectedPeople: 1.5 }, ['expectedPeople WRONG_TYPE'], 'half a person'],
    [{ expectedPeople: '80' }, ['expectedPeople WRONG_TYPE'], 'text'],
    [{ expectedPeople: Number.NaN }, ['expectedPeople WRONG_TYPE'], 'no number'],
    [{ expectedPeople: 1_000_000 }, [], 'the most'],
    [{ expectedPeople: 1_000_001 }, ['expectedPeople OUT_OF_RANGE'], 'one too many'],
    [{ serviceMinutes: -1 }, ['serviceMinutes OUT_OF_RANGE'], 'negative time'],
    [{ venueKind: 'moon' }, ['venueKind NOT_AN_OPTION'], 'unknown kind'],
    [{ venueKind: undefined }, [], 'not known yet'],
    [{ title: '', expectedPeople: -1 }, ['title REQUIRED', 'expectedPeople OUT_OF_RANGE'], 'two at once'],
  ])('%j → %j (%s)', (change, expected) => expect(found(change)).toEqual(expected));

  it('names the field and the way out in both languages', () => {
    const [error] = checkActivity({ ...sound, venueKind: 'moon' });
    expect(error?.words.zh).toContain('场地类型应为以下之一:城区公园');
    expect(error?.words.en).toContain('Venue kind');
  });
});
