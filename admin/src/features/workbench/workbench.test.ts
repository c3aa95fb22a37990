import { describe, expect, it } from 'vitest';
import { splitCards, type WaitingCard } from './workbench';

const card = (key: string, count: number, days: number | null): WaitingCard => ({
  key,
  words: { zh: key, en: key },
  count,
  due: null,
  days,
  to: '/',
  rows: [],
});

describe('splitCards', () => {
  it('puts the most urgent first and keeps the order of those without a day', () => {
    const cards = [
      card('a', 1, null),
      card('b', 1, 9),
      card('c', 0, 1),
      card('d', 1, null),
      card('e', 1, -2),
    ];
    const { waiting, done } = splitCards(cards);
    expect(waiting.map(({ key }) => key)).toEqual(['e', 'b', 'a', 'd']);
    expect(done.map(({ key }) => key)).toEqual(['c']);
  });
});
