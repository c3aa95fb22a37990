import { describe, expect, it } from 'vitest';
import { Html, html, jsonHtml, type Value } from './html';

describe('html', () => {
  it.each<[Value, string]>([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ["'&", '&#39;&amp;'],
    [12, '12'],
    [null, ''],
    [false, ''],
    [[html`<b>1</b>`, null, html`<b>2</b>`], '<b>1</b><b>2</b>'],
    [new Html('<i>kept</i>'), '<i>kept</i>'],
  ])('%j is written %s', (value, expected) => expect(html`<p>${value}</p>`.text).toBe(`<p>${expected}</p>`));
});

it('data never ends its element', () => {
  const { text } = jsonHtml({ title: '</script><script>alert(1)</script>&\u2028' });
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual({ title: '</script><script>alert(1)</script>&\u2028' });
});
