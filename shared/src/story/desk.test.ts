import { describe, expect, it } from 'vitest';
import { MACHINES } from '../workflow';
import { RELEASING_STEPS, STORY_DESK, stateBeforeCorrection } from './desk';

describe('a correction that is given up', () => {
  it.each<[string | null | undefined, string, string]>([
    [undefined, 'published', 'not a field that it has'],
    [null, 'published', 'never corrected'],
    ['2022-11-16T00:00:00.000Z', 'corrected', 'corrected before'],
  ])('of one corrected at %s goes back to %s: %s', (correctedAt, state, _why) => {
    expect(stateBeforeCorrection({ correctedAt })).toBe(state);
  });
});

describe('the desk', () => {
  it('takes every step by which a story comes out', () => {
    for (const step of RELEASING_STEPS) expect(MACHINES.story.transitions[step].by).toEqual(STORY_DESK);
  });
});
