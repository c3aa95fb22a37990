import { describe, expect, it } from 'vitest';
import { isOut, missingForRelease, type Standing, standingOf } from './standing';

describe('how a story stands', () => {
  it.each<[string, Standing]>([
    ['draft', 'inWork'],
    ['submitted', 'inWork'],
    ['edited', 'inWork'],
    ['approved', 'inWork'],
    ['scheduled', 'inWork'],
    ['published', 'out'],
    ['correcting', 'correcting'],
    ['corrected', 'out'],
    ['withdrawn', 'withdrawn'],
  ])('%s is %s', (state, standing) => {
    expect(standingOf(state)).toBe(standing);
    expect(isOut(state)).toBe(standing === 'out' || standing === 'correcting');
  });
});

describe('what a story still needs to come out', () => {
  const whole = { column: { documentId: 'a' }, summary: '摘要', content: [{}], correction: '改日期' };
  it.each([
    [{ state: 'draft' }, ['column', 'summary', 'content']],
    [{ ...whole, state: 'edited', summary: '' }, ['summary']],
    [{ ...whole, state: 'approved', correction: null }, []],
    [{ ...whole, state: 'correcting', correction: null }, ['correction']],
    [{ state: 'published' }, []],
    [{ state: 'withdrawn' }, []],
  ])('%j lacks %j', (story, missing) => expect(missingForRelease(story)).toEqual(missing));
});
