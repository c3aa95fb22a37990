import { describe, expect, it } from 'vitest';
import { countsOf, drawnCounts, STATISTICS_BY, STORY_FIGURES, SUBMITTED_STORY_STATES } from './statistics';

describe('what of a story counts', () => {
  it.each([
    ['draft', []],
    ['submitted', ['submitted']],
    ['edited', ['submitted']],
    ['approved', ['submitted']],
    ['scheduled', ['submitted']],
    ['published', ['submitted', 'published', 'corrected', 'goodPractice']],
    ['correcting', ['submitted', 'published', 'corrected', 'goodPractice']],
    ['corrected', ['submitted', 'published', 'corrected', 'goodPractice']],
    // It was published, and is no good practice any more.
    ['withdrawn', ['submitted', 'published', 'corrected', 'withdrawn']],
  ])('%s: %j', (state, expected) => {
    const counted = Object.entries(STORY_FIGURES).filter(([, { states }]) =>
      (states as readonly string[]).includes(state),
    );
    expect(counted.map(([name]) => name)).toEqual(expected);
  });

  it('a draft was sent in by nobody', () => {
    expect(SUBMITTED_STORY_STATES).not.toContain('draft');
  });

  it('media have levels only', () => {
    expect(countsOf('placement')).toEqual(['national', 'province', 'city']);
    expect(countsOf('unit')).toHaveLength(8);
  });

  it.each(STATISTICS_BY)('by %s nothing is drawn that is not counted', (by) => {
    expect(drawnCounts(by)).not.toHaveLength(0);
    expect(countsOf(by)).toEqual(expect.arrayContaining([...drawnCounts(by)]));
  });
});
