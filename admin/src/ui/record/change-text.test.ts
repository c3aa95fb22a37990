import { describe, expect, it } from 'vitest';
import { changeText } from './change-text';

describe('one end of a change', () => {
  it.each<[string, string, unknown, string, string]>([
    ['unit', 'leader', null, '—', 'nothing'],
    ['unit', 'leader', '甲', '甲', 'a text'],
    ['unit', 'unitClass', 'key', '区重点单位', 'an option in its words'],
    ['evaluation', 'state', 'draft', '评分中', 'of a type without pages of its own as well'],
    ['unit', 'resident', false, '否', 'a flag'],
    ['unit', 'aliases', ['甲', '乙'], '甲、乙', 'a list of texts'],
    [
      'activity',
      'startsAt',
      '2022-11-18T01:00:00.000Z',
      '2022-11-18 09:00',
      'an instant on the district’s clock',
    ],
    ['activity', 'summary', '长'.repeat(80), `${'长'.repeat(60)}…`, 'a long text is cut'],
  ])('%s.%s %j: %s (%s)', (resource, field, value, expected) => {
    expect(changeText(resource, field, value, 'zh')).toBe(expected);
  });
});
