import { describe, expect, it } from 'vitest';
import { setModels } from '../../models/store';
import { testField, testModel } from '../../models/test-models';
import { changeText, filesText } from './change-text';

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

it('tells the parts of a record by the names of their fields', () => {
  const label = (zh: string) => ({ label: { zh, en: zh } });
  setModels({
    version: 'test',
    types: [
      testModel({
        gifts: testField({ type: 'component', component: 'shared.gift', repeatable: true }),
        content: testField({ type: 'blocks' }),
      }),
    ],
    components: {
      'shared.gift': {
        label: { zh: '慰问品', en: 'Gift' },
        titleField: 'name',
        form: [],
        fields: {
          name: testField({ type: 'string' }, label('品名')),
          pieces: testField({ type: 'integer' }, label('件数')),
        },
      },
    },
    access: {},
    fieldAccess: {},
    menu: {},
    words: {},
    formRules: [],
  });
  const gifts = [
    { name: '大米', pieces: 2 },
    { name: '油', pieces: null },
  ];
  expect(changeText('visit', 'gifts', gifts, 'zh')).toBe('品名 大米、件数 2;品名 油');
  expect(changeText('visit', 'gifts', [], 'zh')).toBe('—');
  const content = [{ type: 'paragraph', children: [{ type: 'text', text: '好' }] }];
  expect(changeText('visit', 'content', content, 'zh')).toBe('好');
});

it('tells files by what came and what went', () => {
  setModels({
    version: 'files',
    types: [testModel({ photos: testField({ type: 'media' }), leader: testField({ type: 'string' }) })],
    components: {},
    access: {},
    fieldAccess: {},
    menu: {},
    words: {},
    formRules: [],
  });
  const told = (field: string, gone: string[], added: string[]) =>
    filesText('visit', field, [gone, added], 'zh');
  expect(told('photos', [], ['甲.png', '乙.png'])).toBe('新增 甲.png、乙.png');
  expect(told('photos', ['旧.pdf'], ['新.pdf'])).toBe('新增 新.pdf;移除 旧.pdf');
  expect(told('gifts.12.photo', ['旧.pdf'], [])).toBe('移除 旧.pdf');
  expect(told('leader', [], ['甲'])).toBeNull();
});
