import { expect, it } from 'vitest';
import { testField } from '../../models/test-models';
import { pathText } from './place-errors';

const label = (zh: string) => ({ label: { zh, en: zh } });
const components = {
  'shared.gift': {
    label: { zh: '慰问品', en: 'Gift' },
    titleField: 'name',
    form: [],
    fields: { pieces: testField({ type: 'integer' }, label('件数')) },
  },
};
const fields = {
  title: testField({ type: 'string' }, label('标题')),
  gifts: testField({ type: 'component', component: 'shared.gift', repeatable: true }, label('慰问品')),
  gift: testField({ type: 'component', component: 'shared.gift' }, label('礼品')),
  parts: testField({ type: 'dynamiczone', components: ['shared.gift'] }, label('组成')),
};
const values = { parts: [{ __component: 'shared.gift' }] };

it.each([
  [['title'], '标题'],
  [['gifts', 1, 'pieces'], '慰问品 2 › 件数'],
  [['gift', 'pieces'], '礼品 › 件数'],
  [['parts', 0, 'pieces'], '组成 1 › 件数'],
  [['gifts'], '慰问品'],
  [['gone', 'x'], 'gone › x'],
])('the way to %j is told as %s', (path, expected) => {
  expect(pathText(path, values, fields, components, 'zh')).toBe(expected);
});
