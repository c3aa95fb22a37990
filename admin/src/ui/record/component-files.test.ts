import { describe, expect, it } from 'vitest';
import { testField, testModel } from '../../models/test-models';
import { componentFiles } from './component-files';

const words = (zh: string) => ({ zh, en: zh });
const GIFT = {
  'shared.gift': {
    label: words('慰问品'),
    titleField: 'name',
    form: [],
    fields: {
      name: testField({ type: 'string' }),
      photo: testField({ type: 'media' }, { label: words('照片') }),
    },
  },
};
const several = testField(
  { type: 'component', component: 'shared.gift', repeatable: true },
  { label: words('慰问品') },
);

describe('files within components', () => {
  it('have their place by the row of the component, and are told apart by its number', () => {
    const row = {
      id: 'x',
      documentId: 'x',
      gifts: [
        { id: 7, photo: [] },
        { id: 9, photo: ['file'] },
      ],
    };
    const places = componentFiles(testModel({ gifts: several }), GIFT, row);
    expect(places.map(({ field, label, value }) => [field, label.zh, value])).toEqual([
      ['gifts.7.photo', '慰问品 1 · 照片', []],
      ['gifts.9.photo', '慰问品 2 · 照片', ['file']],
    ]);
  });

  it('of a zone are those of whatever stands in it', () => {
    const zone = testField({ type: 'dynamiczone', components: ['shared.gift'] }, { label: words('内容') });
    const row = {
      id: 'x',
      documentId: 'x',
      parts: [
        { __component: 'shared.gift', id: 3 },
        { __component: 'a.b', id: 4 },
      ],
    };
    expect(componentFiles(testModel({ parts: zone }), GIFT, row).map(({ field }) => field)).toEqual([
      'parts.3.photo',
    ]);
  });

  it('are nowhere in an empty record', () => {
    const row = { id: 'x', documentId: 'x', gifts: null };
    expect(componentFiles(testModel({ gifts: several }), GIFT, row)).toEqual([]);
  });
});
