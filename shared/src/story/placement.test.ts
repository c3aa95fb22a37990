import { describe, expect, it } from 'vitest';
import { cleanLink, sameLinks } from './placement';

describe('the address of a publication', () => {
  it.each([
    [' https://Paper.example/a ', 'https://paper.example/a', 'spaces and case of the host'],
    ['https://paper.example/a/#top', 'https://paper.example/a', 'a fragment'],
    [
      'https://paper.example/a?id=1&utm_source=wx&from=timeline',
      'https://paper.example/a?id=1',
      'where it was shared',
    ],
    ['https://paper.example/a?id=2', 'https://paper.example/a?id=2', 'what names the article stays'],
    ['https://paper.example', 'https://paper.example', 'the front page'],
    ['no address', 'no address', 'no address'],
  ])('%s → %s (%s)', (link, clean) => {
    expect(cleanLink(link)).toBe(clean);
    expect(cleanLink(clean)).toBe(clean);
  });

  it('is the same with either protocol', () => {
    expect(sameLinks('http://a.cn/1')).toEqual(sameLinks('https://a.cn/1#x'));
    expect(sameLinks('https://a.cn/1')).not.toEqual(sameLinks('https://a.cn/2'));
  });
});
