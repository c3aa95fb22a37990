import { describe, expect, it } from 'vitest';
import { checkDigitOf, maskOf, masksAgree, readIdNumber } from './id-number';

// 11010519491231002X and 440524188001010014 are the examples of GB 11643 itself; the others are made up.
const EXAMPLE = '11010519491231002X';

describe('the check digit of GB 11643', () => {
  it('is that of the standard’s own examples', () => {
    expect(checkDigitOf('11010519491231002')).toBe('X');
    expect(checkDigitOf('44052418800101001')).toBe('4');
  });

  it('finds every single wrong digit, and every two neighbours that changed places', () => {
    const number = EXAMPLE;
    for (let at = 0; at < 17; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        if (String(digit) === number[at]) continue;
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        expect(readIdNumber(wrong).kind, wrong).toBe('wrong');
      }
      const [one = '', other = ''] = [number[at], number[at + 1]];
      if (one === other || at === 16) continue;
      expect(readIdNumber(number.slice(0, at) + other + one + number.slice(at + 2)).kind).toBe('wrong');
    }
  });
});

describe('an identity number', () => {
  const rows: [text: string, expected: object, why: string][] = [
    ['11010519491231002X', { kind: 'valid', number: '11010519491231002X' }, 'as it is'],
    ['11010519491231002x', { kind: 'valid', number: '11010519491231002X' }, 'small x'],
    [' １１０１０５ 19491231 002Ｘ ', { kind: 'valid', number: '11010519491231002X' }, 'full width, spaces'],
    ["'11010519491231002X", { kind: 'valid', number: '11010519491231002X' }, 'marked as text by a sheet'],
    ['110105491231002', { kind: 'valid', number: '11010519491231002X' }, 'the form of 15 places'],
    ['110105491331002', { kind: 'wrong', why: 'birthday' }, '15 places, month 13'],
    ['11010519491231002Y', { kind: 'other', text: '11010519491231002Y' }, 'no check sign at all'],
    ['110105194912310021', { kind: 'wrong', why: 'checkDigit' }, 'another check digit'],
    ['11010519490229002X', { kind: 'wrong', why: 'birthday' }, '1949 was no leap year'],
    ['1101051949123100', { kind: 'wrong', why: 'length' }, '16 places'],
    ['1101051949123100211', { kind: 'wrong', why: 'length' }, '19 places'],
    ['1.10105E+17', { kind: 'wrong', why: 'length' }, 'a sheet has made a number of it'],
    ['1101**********002X', { kind: 'masked', masked: '1101**********002X' }, 'masked'],
    ['110105********002X', { kind: 'masked', masked: '1101**********002X' }, 'more shown than is kept'],
    ['1101****002X', { kind: 'masked', masked: '1101**********002X' }, 'masked shortly'],
    ['H12345678', { kind: 'other', text: 'H12345678' }, 'a permit of Hong Kong and Macao residents'],
    ['', { kind: 'none' }, 'empty'],
    [' \u3000', { kind: 'none' }, 'blank'],
  ];

  it.each(rows)('%j', (text, expected) => {
    expect(readIdNumber(text)).toEqual(expected);
  });
});

describe('the mask', () => {
  it('shows the first and the last four places', () => {
    expect(maskOf('11010519491231002X')).toBe('1101**********002X');
  });

  it.each([
    ['1101**********002X', '1101**********002X', true],
    ['1101**********002X', '110105********002X', true],
    ['1101**********002X', '1102**********002X', false],
    ['1101**********002X', '1101**********0021', false],
    ['1101*************X', '1101**********002X', true],
    ['1101****', '1101**********002X', false],
  ])('%s and %s agree: %s', (one, other, agree) => {
    expect(masksAgree(one, other)).toBe(agree);
  });
});
