import { expect, it } from 'vitest';
import { testField } from '../../models/test-models';
import { conflictOf, takenOver } from './conflict';
import { changedValues, fromControls, toControls } from './form-values';

const fields = {
  title: testField({ type: 'string' }),
  summary: testField({ type: 'text' }),
  content: testField({ type: 'blocks' }),
  unit: testField({ type: 'relation', relation: 'manyToOne' }, { target: 'unit' }),
};
const names = Object.keys(fields);
const says = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const base = {
  id: 's1',
  documentId: 's1',
  rev: 3,
  title: '标题',
  summary: '摘要',
  content: says('旧正文'),
  unit: { documentId: 'u1', name: '甲单位' },
};
const theirs = {
  ...base,
  rev: 4,
  summary: '他们的摘要',
  content: says('他们的正文'),
  unit: { documentId: 'u2', name: '乙单位' },
};

/** What the next saving sends once the conflict is settled. */
function sentAfter(changed: Record<string, unknown>, answer: 'keep' | 'take') {
  const controls = { ...toControls(fields, names, base, {}), ...changed };
  const sent = changedValues(fields, base, fromControls(fields, controls, {}), {});
  const conflict = conflictOf(fields, base, theirs, sent, {});
  const givenUp = answer === 'take' ? conflict.fields : [];
  const settled = { ...controls, ...takenOver(fields, base, theirs, controls, {}, givenUp) };
  return {
    asked: conflict.fields,
    sent: changedValues(fields, theirs, fromControls(fields, settled, {}), {}),
  };
}

it.each([
  ['mine is kept in the field both changed', { summary: '我的摘要' }, 'keep', { summary: '我的摘要' }],
  ['theirs is taken', { summary: '我的摘要' }, 'take', {}],
  [
    'what only I changed stays mine either way',
    { title: '我的标题', summary: '我的摘要' },
    'take',
    { title: '我的标题' },
  ],
  ['a field that I emptied stays empty', { summary: '' }, 'keep', { summary: null }],
  [
    'a relation that I changed too stays mine, the text that I left alone is theirs',
    { summary: '我的摘要', unit: 'u3' },
    'keep',
    { summary: '我的摘要', unit: 'u3' },
  ],
] as const)('a conflict undoes nothing that was left alone here: %s', (_why, changed, answer, expected) => {
  expect(sentAfter(changed, answer).sent).toEqual(expected);
});

it('asks about the fields that both changed; where there are none, about all that were changed here', () => {
  expect(sentAfter({ title: '我的标题', summary: '我的摘要' }, 'keep').asked).toEqual(['summary']);
  expect(sentAfter({ title: '我的标题' }, 'keep').asked).toEqual(['title']);
});
