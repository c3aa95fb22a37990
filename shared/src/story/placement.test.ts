import { describe, expect, it } from 'vitest';
import { cleanLink, sameLinks } from './placement';

describe('the address of a publication', () => {
  it.each([
    [' https://Paper.example/a ', 'https://paper.example/a', 'spaces and case of the host'],
    ['https://paper.example/a/#top', 'https://paper.example/a', 'a fragment'],
    ['https://paper.example/#/detail?id=1', 'https://paper.example/#/detail?id=1', 'an article named in it'],
    ['https://paper.example#!/detail/1', 'https://paper.example/#!/detail/1', 'the same, of older pages'],
    [
      'https://paper.example/app/?utm_source=wx#/%E6%96%B0',
      'https://paper.example/app/#/新',
      'the same, escaped, with where it was shared',
    ],
    [
      'https://paper.example/a?id=1&utm_source=wx&from=timeline',
      'https://paper.example/a?id=1',
      'where it was shared',
    ],
    ['https://paper.example/a?id=2', 'https://paper.example/a?id=2', 'what names the article stays'],
    ['https://paper.example', 'https://paper.example', 'the front page'],
    ['no address', 'no address', 'no address'],
    ['https://paper.example:443/a', 'https://paper.example/a', 'the port that goes without saying'],
    ['https://paper.example:8443/a', 'https://paper.example:8443/a', 'a port of its own'],
    ['https://paper.example./a', 'https://paper.example/a', 'the final dot of a name'],
    [
      'https://me@ｐaper.example/b/../a',
      'https://paper.example/a',
      'a name before it, wide letters, a way round',
    ],
    ['https://paper.example/a/b/..', 'https://paper.example/a', 'a way round at the end'],
    ['https://paper.example?id=1', 'https://paper.example/?id=1', 'a question to the front page'],
    ['https://paper.example/%61%2541', 'https://paper.example/a%2541', 'a needless escape'],
    ['https://paper.example/%E6%96%B0', 'https://paper.example/新', 'Chinese, escaped'],
    ['https://paper.example/新?b=2&a=1', 'https://paper.example/新?a=1&b=2', 'Chinese, and another order'],
    [
      'https://paper.example/%E3%80%80%ff',
      'https://paper.example/%E3%80%80%ff',
      'escapes of what is no letter',
    ],
    [
      'https://mp.weixin.qq.com/s?__biz=M&amp;mid=2&idx=1&sn=a&chksm=f&sharer_shareinfo=b#rd',
      'https://mp.weixin.qq.com/s?__biz=M&idx=1&mid=2&sn=a',
      'an article of a 公众号, passed on',
    ],
  ])('%s → %s (%s)', (link, clean) => {
    expect(cleanLink(link)).toBe(clean);
    expect(cleanLink(clean)).toBe(clean);
  });

  it('is the same with either protocol, and with www', () => {
    expect(sameLinks('http://a.cn/1')).toEqual(sameLinks('https://a.cn/1#x'));
    expect(sameLinks('https://www.a.cn/1')).toEqual(sameLinks('https://a.cn/1'));
    expect(sameLinks('https://a.cn/1')).not.toEqual(sameLinks('https://a.cn/2'));
    expect(sameLinks('https://a.cn/#/1')).not.toEqual(sameLinks('https://a.cn/#/2'));
  });
});
