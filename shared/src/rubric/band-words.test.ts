import { expect, it } from 'vitest';
import { bandsWords } from './band-words';
import { DEFAULT_BANDS } from './policy';

it.each([
  [0.125, '12.5%'],
  [0.15, '15%'],
  [0.333333, '33.33%'],
])('a share of %d is shown as %s', (share, words) => {
  const [best] = DEFAULT_BANDS;
  expect(best && bandsWords([{ ...best, quota: { share } }]).zh).toBe(`优秀 ≥ 90(名额为排名单位的 ${words})`);
});
