import { describe, expect, it } from 'vitest';
import { maskedName } from '.';

describe('maskedName', () => {
  it.each([
    ['李小明', '李**', 'three characters'],
    ['李明', '李*', 'two'],
    ['李', '李*', 'one: that there is a name behind it stays told'],
    ['李**', '李**', 'masked already'],
    ['李*', '李*', 'masked already'],
    [' 李 小 明 ', '李**', 'blanks'],
    ['阿卜杜拉·买买提', '阿******', 'a name in two parts'],
    ['Li Xiaoming', 'L. X.', 'letters'],
    ['L. X.', 'L. X.', 'initials already'],
    ['ｌｉ ｘｉａｏ', 'L. X.', 'full-width letters'],
    ['', '', 'nothing'],
    ['123', '', 'no name'],
    ['***', '', 'no name'],
  ])('%j → %j (%s)', (name, expected) => {
    expect(maskedName(name)).toBe(expected);
    expect(maskedName(expected)).toBe(expected);
  });
});
