import { describe, expect, it } from 'vitest';
import { instantAt } from '../calendar';
import { proposalOf, TOLD_ACTIVITY_STATES } from './proposal';
import { plainText } from './tidy';

const activity = {
  title: '手机课堂',
  unit: '财政局',
  station: '东湖社区站',
  startsAt: instantAt('2022-11-16', '09:00'),
  endsAt: instantAt('2022-11-16', '10:30'),
  venue: '活动室',
  actualPeople: 40,
  volunteers: 6,
  summary: '学会了挂号。\n\n报名踊跃。',
};
const lines = (of: Partial<typeof activity> | object) =>
  (proposalOf({ ...activity, ...of }).content ?? []).map((block) =>
    block.type === 'paragraph' ? plainText(block.children) : block.type,
  );

describe('what a story of an activity starts with', () => {
  it.each<[object, string[], string]>([
    [
      {},
      [
        '2022年11月16日 09:00—10:30，财政局在东湖社区站 · 活动室开展“手机课堂”活动，40 人参加，其中志愿者 6 人。',
        '学会了挂号。',
        '报名踊跃。',
      ],
      'all of it',
    ],
    [
      { volunteers: null, venue: null, summary: null },
      ['2022年11月16日 09:00—10:30，财政局在东湖社区站开展“手机课堂”活动，40 人参加。'],
      'what is known',
    ],
    [
      { station: null, venue: ' ', actualPeople: null, volunteers: 0, summary: '' },
      ['2022年11月16日 09:00—10:30，财政局开展“手机课堂”活动。'],
      'the least',
    ],
    [
      { endsAt: instantAt('2022-11-17', '10:30'), summary: '' },
      [
        '2022年11月16日 09:00—2022年11月17日 10:30，财政局在东湖社区站 · 活动室开展“手机课堂”活动，40 人参加，其中志愿者 6 人。',
      ],
      'two days',
    ],
  ])('%# (%3$s)', (of, expected) => {
    expect(lines(of)).toEqual(expected);
  });

  it('the summary in one line, and not too long', () => {
    expect(proposalOf(activity).summary).toBe('学会了挂号。 报名踊跃。');
    expect(proposalOf({ ...activity, summary: '字'.repeat(501) }).summary).toHaveLength(500);
    expect(proposalOf({ ...activity, summary: ' ' }).summary).toBeNull();
  });

  it('only what has been reported is told', () => {
    expect(TOLD_ACTIVITY_STATES).toEqual(['reported', 'verified']);
  });
});
