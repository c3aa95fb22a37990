import { expect, it } from 'vitest';
import { testField, testModel } from '../../models/test-models';
import { modelChange } from './model-change';

const text = testField({ type: 'string' });
const opened = testModel({ title: text, note: text });
const shown = ['title', 'note'];

it('says nothing while the model is the same', () => {
  expect(modelChange(opened, opened, shown)).toEqual({ added: [], gone: [] });
});

it('names fields that came and fields that are no more', () => {
  const now = testModel({ title: text, reason: text });
  expect(modelChange(opened, now, shown)).toEqual({ added: ['reason'], gone: ['note'] });
});

it('counts a field that the role may not fill in any more as gone, and never offers one', () => {
  const now = testModel({
    title: text,
    note: { ...text, hidden: true },
    secret: { ...text, writable: false },
  });
  expect(modelChange(opened, now, shown)).toEqual({ added: [], gone: ['note'] });
});
