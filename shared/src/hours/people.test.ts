import { describe, expect, it } from 'vitest';
import { readPeople } from './people';

const VALID = { kind: 'valid', number: '11010519491231002X' };
const NONE = { kind: 'none' };

describe('a pasted list of people', () => {
  const rows: [why: string, text: string, expected: [line: number, name: string, id: object][]][] = [
    [
      'a name a line',
      '张三\n李四',
      [
        [1, '张三', NONE],
        [2, '李四', NONE],
      ],
    ],
    [
      'Windows line ends and blank lines',
      '张三\r\n\r\n李四\r\n',
      [
        [1, '张三', NONE],
        [3, '李四', NONE],
      ],
    ],
    ['with numbers from a sheet', '张三\t11010519491231002X', [[1, '张三', VALID]]],
    ['a number behind a space', '张三 11010519491231002x', [[1, '张三', VALID]]],
    ['full-width digits', '张三 １１０１０５１９４９１２３１００２Ｘ', [[1, '张三', VALID]]],
    [
      'several in a line',
      '张三、李四,王五;赵六',
      [
        [1, '张三', NONE],
        [1, '李四', NONE],
        [1, '王五', NONE],
        [1, '赵六', NONE],
      ],
    ],
    [
      'numbered lines',
      '1. 张三\n2、李四\n(3)王五',
      [
        [1, '张三', NONE],
        [2, '李四', NONE],
        [3, '王五', NONE],
      ],
    ],
    ['a column of numbers in front', '1\t张三\t11010519491231002X', [[1, '张三', VALID]]],
    ['a heading', '姓名\t证件\n张三', [[2, '张三', NONE]]],
    ['spaces within a name', '张　三', [[1, '张三', NONE]]],
    ['a name of the minorities', '买买提·艾力', [[1, '买买提·艾力', NONE]]],
    ['the same twice', '张三\n张三\n张 三', [[1, '张三', NONE]]],
    [
      'same name, another number',
      '张三\n张三 11010519491231002X',
      [
        [1, '张三', NONE],
        [2, '张三', VALID],
      ],
    ],
    ['a wrong number', '张三 110105194912310021', [[1, '张三', { kind: 'wrong', why: 'checkDigit' }]]],
    [
      'a masked number',
      '张三 1101**********002X',
      [[1, '张三', { kind: 'masked', masked: '1101**********002X' }]],
    ],
    ['nothing', ' \n,,\n', []],
  ];

  it.each(rows)('%s', (_, text, expected) => {
    expect(readPeople(text).map(({ line, name, id }) => [line, name, id])).toEqual(expected);
  });
});
