import { describe, expect, it } from 'vitest';
import { nextVersion, startsVersions } from './versions';

describe('versions of a rubric', () => {
  it.each([
    ['draft', false],
    ['adopted', true],
    ['retired', true],
  ])('one that is %s is changed by a new one: %s', (state, starts) => {
    expect(startsVersions(state)).toBe(starts);
  });

  it.each([
    [[], 1],
    [[1], 2],
    [[3, 1], 4],
  ])('after %j comes %i', (versions, next) => {
    expect(nextVersion(versions)).toBe(next);
  });
});
