import { describe, expect, it } from 'vitest';
import type { ViewConfiguration } from '../model';
import { capturedView, hiddenFields, mergedView } from './views';

const DERIVED: ViewConfiguration = {
  settings: { mainField: 'title', pageSize: 10 },
  metadatas: {
    id: { edit: {}, list: { label: 'id' } },
    title: { edit: { label: 'title', visible: true }, list: { label: 'title' } },
    note: { edit: { label: 'note', visible: true }, list: { label: 'note' } },
  },
  layouts: {
    list: ['id', 'title'],
    edit: [
      [
        { name: 'title', size: 6 },
        { name: 'note', size: 6 },
      ],
    ],
  },
};
const changed: ViewConfiguration = {
  ...DERIVED,
  metadatas: {
    ...DERIVED.metadatas,
    title: { edit: { label: '主题', visible: true }, list: { label: 'title' } },
  },
  layouts: { list: ['title'], edit: [[{ name: 'title', size: 12 }]] },
};

describe('a view', () => {
  it('that nobody has changed is no part of the model', () => {
    expect(capturedView(DERIVED, { ...DERIVED })).toBeNull();
    expect(mergedView(DERIVED, undefined)).toBe(DERIVED);
  });

  it('is kept by what differs, and comes back as it was', () => {
    const view = capturedView(DERIVED, changed);
    expect(view?.metadatas).toEqual({
      id: {},
      title: { edit: { label: '主题' } },
      note: { edit: { visible: false } },
    });
    expect(mergedView(DERIVED, view ?? undefined)).toEqual(changed);
    expect(hiddenFields(view ?? undefined)).toEqual(['note']);
  });

  it('takes fields that came later at the end of the form, and forgets those that are gone', () => {
    const view = capturedView(DERIVED, changed) ?? undefined;
    const { title: _, ...others } = DERIVED.metadatas;
    const later: ViewConfiguration = {
      ...DERIVED,
      metadatas: { ...others, day: { edit: { label: 'day' }, list: { label: 'day' } } },
      layouts: {
        list: ['id'],
        edit: [
          [
            { name: 'note', size: 6 },
            { name: 'day', size: 4 },
          ],
        ],
      },
    };
    expect(mergedView(later, view).layouts).toEqual({ list: ['id'], edit: [[{ name: 'day', size: 4 }]] });
  });
});
