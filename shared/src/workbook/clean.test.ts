import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, headerKey, nameKey, withoutTextMark } from './clean';
import { nearNames } from './suggest';

it.each([
  ['  Ａ１２　栋  ', 'A12 栋', 'full width and ideographic space'],
  ['学雷锋　树新风', '学雷锋 树新风', 'a space in a title may mean something'],
  ['零\u200B宽\uFEFF', '零宽', 'zero width'],
  ['一、二（三），四：五', '一、二（三），四：五', 'Chinese punctuation stays'],
  ['第一行 \r\n 第二行', '第一行\n第二行', 'line breaks stay'],
  ['a\u00A0\t b', 'a b', 'no-break space and tab'],
])('text %j is stored as %j (%s)', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

it.each([
  ['张　三', '张三'],
  ['区 教育局', '区教育局'],
  ['Ａ ＆ Ｂ 公司', 'A ＆ B 公司'],
])('name %j is stored as %j', (text, clean) => {
  expect(cleanName(text)).toBe(clean);
});

it.each([
  ["'0755", '0755', 'the mark of another program'],
  ["'一家亲'邻里节", "'一家亲'邻里节", 'a quotation'],
  ["it's", "it's", 'within a word'],
])('text mark: %j is read as %j (%s)', (text, plain) => {
  expect(withoutTextMark(text)).toBe(plain);
});

it.each([
  ['区社会事务局（民政）', '区社会事务局(民政)'],
  ['ＡＢＣ 中心', 'abc中心'],
  ['第 一 小学', '第一小学'],
])('%j and %j are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

it.each([
  ['单位名称*', '单位名称'],
  ['* 服务时长（分钟）', '服务时长'],
  ['开始时间：', '开始时间'],
  ['开 始\n时 间', '开始时间'],
])('heading %j is read as %j', (text, key) => {
  expect(headerKey(text)).toBe(key);
});

describe('near names', () => {
  const names = ['区教育发展中心', '区社会事务局', '第一小学', '第二小学', '高新医院'];
  it.each([
    ['区教育发展中心站', ['区教育发展中心']],
    ['教育发展中心', ['区教育发展中心']],
    ['第三小学', ['第一小学', '第二小学']],
    ['完全不同', []],
    ['', []],
  ])('of %j are %j', (text, near) => {
    expect(nearNames(text, names)).toEqual(near);
  });
  it('are at most three, the likest first', () => {
    expect(
      nearNames('示例镇第一小学', ['示例镇第一小学校', '示例镇第二小学', '示例镇小学', '示例镇第一中学']),
    ).toHaveLength(3);
    expect(nearNames('示例镇第一小学', ['示例镇第二小学', '示例镇第一小学校'])[0]).toBe('示例镇第一小学校');
  });
});
