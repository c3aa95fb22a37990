import { describe, expect, it } from 'vitest';
import { element } from './xml';

describe('an element', () => {
  it.each([
    ['<b>&amp; "]]>', '&lt;b&gt;&amp;amp; &quot;]]&gt;', '&lt;b&gt;&amp;amp; "]]&gt;', 'markup'],
    ['甲\0乙\u000b丙\ufffe', '甲乙丙', '甲乙丙', 'what XML cannot hold'],
    ['半\ud83d个\ude00', '半个', '半个', 'a half of a pair'],
    ['整😀', '整😀', '整😀', 'a whole pair'],
    ['a\r\n\tb', 'a&#13;&#10;&#9;b', 'a&#13;\n\tb', 'space that a reader would change'],
  ])('holds %j as %s or %s: %s', (text, attribute, inside) => {
    expect(element('t', { a: text }, text).xml).toBe(`<t a="${attribute}">${inside}</t>`);
  });

  it('holds others, and nothing', () => {
    expect(element('a', {}, [element('b', {}), null, element('c', {}, '1')]).xml).toBe('<a><b/><c>1</c></a>');
  });
});
