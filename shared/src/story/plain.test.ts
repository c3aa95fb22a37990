import { describe, expect, it } from 'vitest';
import { countCharacters, plainOf } from './plain';

const text = (said: string) => ({ type: 'text', text: said });

describe('the words of a text', () => {
  const value = [
    { type: 'heading', level: 2, children: [text('进社区')] },
    { type: 'image', image: { url: '/api/files/a' }, children: [text('')] },
    {
      type: 'list',
      format: 'ordered',
      children: [
        {
          type: 'list-item',
          children: [text('一 '), { type: 'link', url: 'https://a.example', children: [text('二')] }],
        },
        { type: 'list-item', children: [text('三')] },
      ],
    },
  ];
  it('stand a line for each block and item', () => expect(plainOf(value)).toBe('进社区\n一 二\n三'));
  it('are counted without blanks, a sign outside the first plane once', () =>
    expect(countCharacters([...value, { type: 'paragraph', children: [text('👍')] }])).toBe(7));
  it.each([[null], ['text'], [[null, 1]], [[{ type: 'list', children: 'x' }]]])('%j says nothing', (no) =>
    expect(plainOf(no)).toBe(''),
  );
});
