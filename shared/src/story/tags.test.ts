import { describe, expect, it } from 'vitest';
import { readTags, tagsProblem } from './tags';

const many = (n: number) => Array.from({ length: n }, (_, at) => `标签${at}`);

describe('tags', () => {
  it.each<[unknown, string[] | null, boolean, string]>([
    [null, [], true, 'none'],
    [[], [], true, 'an empty list'],
    [[' 助老 ', '助老', '#志愿#', ''], ['助老', '志愿'], true, 'trimmed, each once'],
    [['　　'], [], true, 'a wide space is nothing'],
    ['助老', null, false, 'a text is no list'],
    [[1], null, false, 'numbers are none'],
    [many(10), many(10), true, 'ten'],
    [many(11), many(11), false, 'eleven'],
    [['字'.repeat(20)], ['字'.repeat(20)], true, 'twenty characters'],
    [['字'.repeat(21)], ['字'.repeat(21)], false, 'twenty-one'],
  ])('%j → %j (%s)', (value, tags, sound) => {
    expect(readTags(value)).toEqual(tags);
    expect(tagsProblem(value) === null).toBe(sound);
  });
});
