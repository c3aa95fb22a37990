import { describe, expect, it } from 'vitest';
import { inOrder } from './story-page';
import { PAGE_POLICY, STYLE } from './style';
import { whenInChinese } from './when';

describe('inOrder', () => {
  it.each([
    ['<h2>一</h2><h3>二</h3>', '<h2>一</h2><h3>二</h3>', 'it is in order'],
    ['<h4>一</h4><h4>二</h4>', '<h2>一</h2><h2>二</h2>', 'deeper at once, and the same again'],
    ['<h3>一</h3><h5>二</h5><h2>三</h2>', '<h2>一</h2><h3>二</h3><h2>三</h2>', 'up again'],
    ['<p>&lt;h4&gt;</p>', '<p>&lt;h4&gt;</p>', 'words are no headings'],
  ])('%s → %s (%s)', (text, expected, _why) => expect(inOrder(text)).toBe(expected));
});

it('writes a time as people do', () => {
  expect(whenInChinese('2022-11-05T09:05:00.000+08:00')).toBe('2022年11月5日 09:05');
});

it('the policy lets in this look and no other', () => {
  expect(PAGE_POLICY).toMatch(/style-src 'sha256-[A-Za-z0-9+/]{43}='/);
  expect(STYLE).not.toContain('</style');
});
