import { describe, expect, it } from 'vitest';
import { ANY_FILING, type FilingRules, filingRulesSchema, rulesOf } from './rules';
import { checkFiling, type FiledFile, kindOf, refusedFile, rulesWords, storedFile } from './validate';

const RULES: FilingRules = {
  kinds: ['picture'],
  megabytes: 2,
  files: { min: 1, max: 2 },
  text: { min: 3, max: 5 },
};
const MEGABYTE = 1024 * 1024;
const picture = (more: Partial<FiledFile> = {}): FiledFile => ({
  name: '照片.jpg',
  mime: 'image/jpeg',
  bytes: MEGABYTE,
  ...more,
});

describe('checkFiling', () => {
  it.each([
    ['一二三', [picture()], [], 'shortest text, fewest files'],
    ['一二三四五', [picture(), picture()], [], 'longest text, most files'],
    ['一二', [picture()], ['text OUT_OF_RANGE'], 'one character short'],
    ['一二三四五六', [picture()], ['text TOO_LONG'], 'one too long'],
    ['', [picture()], ['text REQUIRED'], 'no text'],
    ['   ', [picture()], ['text REQUIRED'], 'blanks are no text'],
    ['  一二三  ', [picture()], [], 'blanks around do not count'],
    ['😀😀😀', [picture()], [], 'a character is one, however it is stored'],
    ['一二三', [], ['files REQUIRED'], 'no file'],
    ['一二三', [picture(), picture(), picture()], ['files OUT_OF_RANGE'], 'one file too many'],
    ['一二三', [picture({ bytes: 2 * MEGABYTE })], [], 'exactly as large as allowed'],
    ['一二三', [picture({ bytes: 2 * MEGABYTE + 1 })], ['files FILE_TOO_LARGE'], 'a byte larger'],
    ['一二三', [picture({ mime: 'application/pdf' })], ['files WRONG_TYPE'], 'a kind that is not taken'],
    ['一二三', [picture({ mime: 'text/html' })], ['files WRONG_TYPE'], 'a kind that nobody takes'],
    ['', [], ['text REQUIRED', 'files REQUIRED'], 'everything that is wrong is told at once'],
  ])('%j with %j → %j (%s)', (text, files, expected) => {
    expect(checkFiling(RULES, { text, files }).map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });

  it('names the file and the limit', () => {
    const [problem] = checkFiling(RULES, { text: '一二三', files: [picture({ bytes: 3 * MEGABYTE })] });
    expect(problem).toMatchObject({ file: '照片.jpg' });
    expect(problem?.words.zh).toBe('“照片.jpg”超过 2 MB,请压缩后重新上传。');
  });

  it('asks for nothing where nothing is asked', () => {
    expect(checkFiling(ANY_FILING, { text: '', files: [] })).toEqual([]);
  });
});

describe('rules as data', () => {
  it.each<[unknown, boolean, string]>([
    [RULES, true, 'sound'],
    [{ ...RULES, kinds: [] }, false, 'no kind of file'],
    [{ ...RULES, kinds: ['video'] }, false, 'a kind that cannot be stored'],
    [{ ...RULES, files: { min: 3, max: 2 } }, false, 'least above most'],
    [{ ...RULES, files: { min: 0, max: 21 } }, false, 'more than one upload takes'],
    [{ ...RULES, megabytes: 20.5 }, false, 'larger than an upload may be'],
    [{ ...RULES, megabytes: 0 }, false, 'nothing fits'],
    [{ ...RULES, more: 1 }, false, 'an unknown rule'],
    [null, false, 'none'],
  ])('%j → %s (%s)', (rules, expected) => {
    expect(filingRulesSchema.safeParse(rules).success).toBe(expected);
    expect(rulesOf(rules)).toEqual(expected ? rules : ANY_FILING);
  });

  it('is said in one sentence', () => {
    expect(rulesWords(RULES).zh).toBe('文字 3—5 字;文件 1—2 个,图片(JPG、PNG、WebP),每个不超过 2 MB。');
  });
});

describe('kindOf', () => {
  it.each([
    ['image/webp', 'picture'],
    ['application/pdf', 'pdf'],
    ['application/zip', null],
    ['', null],
  ])('%s → %s', (mime, expected) => expect(kindOf(mime)).toBe(expected));
});

describe('refusedFile', () => {
  const both: FilingRules = { ...RULES, kinds: ['picture', 'pdf'] };
  it.each<[FilingRules, Partial<FiledFile>, boolean, string]>([
    [both, {}, false, 'a picture'],
    [both, { bytes: 50 * MEGABYTE }, false, 'a large picture, which is made smaller'],
    [both, { mime: 'application/pdf', bytes: 2 * MEGABYTE }, false, 'as large as allowed'],
    [both, { mime: 'application/pdf', bytes: 2 * MEGABYTE + 1 }, true, 'a byte larger'],
    [RULES, { mime: 'application/pdf' }, true, 'a kind that is not taken'],
    [both, { mime: '' }, true, 'of no known kind'],
  ])('%j with %j → %s (%s)', (rules, file, expected) => {
    expect(refusedFile(rules, picture(file)) !== null).toBe(expected);
  });
});

describe('storedFile', () => {
  it('weighs a thousand bytes a kilobyte, as the store does', () =>
    expect(storedFile({ name: '一.pdf', mime: 'application/pdf', size: 1234.5 })).toEqual({
      name: '一.pdf',
      mime: 'application/pdf',
      bytes: 1_234_500,
    }));
});
