import { expect, it } from 'vitest';
import { testField } from '../../models/test-models';
import { keptChanges } from './kept-changes';

const fields = {
  title: testField({ type: 'string' }),
  summary: testField({ type: 'text' }),
  content: testField({ type: 'blocks' }),
  column: testField({ type: 'relation', relation: 'manyToOne' }, { target: 'story-column' }),
};
const says = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const base = {
  title: '标题',
  summary: '摘要',
  content: says('旧'),
  column: { documentId: 'c1', name: '甲' },
};
const same = { title: '标题', summary: '摘要', content: says('旧'), column: 'c1' };

it.each([
  ['nothing was changed', {}, [], []],
  ['a line', { title: '新标题' }, [['title', '新标题']], []],
  ['a text', { content: says('新') }, [['content', '新']], []],
  ['a choice, and a text that was emptied', { column: 'c2', summary: null }, [], ['summary', 'column']],
])('of a draft is shown what differs from the record: %s', (_why, changed, texts, others) => {
  const kept = keptChanges(fields, { content: { ...same, ...changed }, rev: 1, base }, {});
  expect(kept.texts.map(({ name, plain }) => [name, plain])).toEqual(texts);
  expect(kept.others).toEqual(others);
});
