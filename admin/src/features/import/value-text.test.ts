import type { Words } from '@jiedui/shared/text';
import { expect, it } from 'vitest';
import { valueText } from './value-text';

const zh = (words: Words) => words.zh;

it.each([
  ['activity', 'startsAt', '2022-08-01T03:00:00.000Z', '2022-08-01 11:00'],
  ['unit', 'unitClass', 'school', '学校'],
  ['unit', 'resident', false, '否'],
  ['unit', 'aliases', ['一小', '第一小'], '一小、第一小'],
  ['unit', 'aliases', [], '–'],
  ['unit', 'leader', null, '–'],
  ['unit', 'name', '第一小学', '第一小学'],
  ['activity', 'expectedPeople', 0, '0'],
])('%s %s %j is shown as %s', (resource, field, value, text) => {
  expect(valueText(zh, resource, field, value)).toBe(text);
});
