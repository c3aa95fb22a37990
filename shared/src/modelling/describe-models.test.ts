import { afterEach, describe, expect, it } from 'vitest';
import { installAccess } from '../access';
import { type Attribute, emptyModelSet, type ModelSet, type ViewConfiguration } from '../model';
import { type DescribedType, describeModels, Labels, mergedTypes } from '.';

afterEach(() => installAccess({}, {}));

const ATTRIBUTES: Record<string, Attribute> = {
  title: { type: 'string', required: true },
  reason: { type: 'enumeration', enum: ['illness', 'festival'] },
  note: { type: 'text' },
  unit: { type: 'relation', relation: 'manyToOne', target: 'api::registry.unit', useJoinTable: false },
  teams: { type: 'relation', relation: 'manyToMany', target: 'api::registry.volunteer-team' },
  visitors: { type: 'relation', relation: 'oneToMany', target: 'api::x.x', mappedBy: 'visit' },
  rev: { type: 'integer' },
};

const visit = (more: Partial<DescribedType> = {}): DescribedType => ({
  uid: 'api::visit.visit',
  resource: 'visit',
  path: 'visits',
  displayName: '走访慰问',
  custom: true,
  single: false,
  added: [],
  titleField: 'title',
  attributes: ATTRIBUTES,
  ...more,
});

const view = (more: Partial<ViewConfiguration>): ViewConfiguration => ({
  settings: {},
  metadatas: {},
  layouts: { list: [], edit: [] },
  ...more,
});

function described(role: 'districtOffice' | 'unit', set: ModelSet = emptyModelSet(), type = visit()) {
  const { views } = set;
  const labels = new Labels(set);
  return describeModels({ version: 'v', set, views, types: [type], labels }, role).types;
}

const OPEN = {
  visit: { read: { districtOffice: 'all', unit: 'all' }, update: { districtOffice: 'all' } },
} as const;

describe('a type as a role sees it', () => {
  it('is not there for a role that may not read it', () => {
    installAccess({ visit: { read: { districtOffice: 'all' } } }, {});
    expect(described('unit')).toEqual([]);
  });

  it('leaves out what the role may not read and says what it may not write', () => {
    installAccess(OPEN, {
      visit: { note: { read: ['districtOffice'] }, reason: { write: ['districtOffice'] } },
    });
    const [type] = described('unit');
    expect(type?.fields).not.toHaveProperty('note');
    expect(type?.fields.reason?.writable).toBe(false);
    expect(type?.may).toMatchObject({ read: true, update: false, export: false });
  });

  it('has no inverse side of a relation, which would show foreign rows', () => {
    installAccess(OPEN, {});
    expect(described('districtOffice')[0]?.fields).not.toHaveProperty('visitors');
  });

  it("follows Strapi's view settings: columns, order, layout, main field, what is not editable", () => {
    installAccess(OPEN, {});
    const set = emptyModelSet();
    set.views['api::visit.visit'] = view({
      settings: { defaultSortBy: 'reason', defaultSortOrder: 'DESC', pageSize: 50 },
      metadatas: { reason: { edit: { editable: false } }, note: { edit: { visible: false } } },
      layouts: {
        list: ['unit', 'reason', 'gone'],
        edit: [
          [
            { name: 'unit', size: 6 },
            { name: 'gone', size: 6 },
          ],
        ],
      },
    });
    const [type] = described('districtOffice', set);
    expect(type?.sort).toEqual({ field: 'reason', order: 'desc' });
    expect(type?.pageSize).toBe(50);
    expect(type?.columns).toEqual(['title', 'unit', 'reason']);
    expect(type?.form[0]).toEqual([{ name: 'unit', size: 6 }]);
    expect(type?.form.flat().map(({ name }) => name)).not.toContain('note');
    expect(type?.fields.reason?.writable).toBe(false);
  });
});

describe('words', () => {
  const set = emptyModelSet();
  set.labels['visit.reason.illness'] = { zh: '生病', en: 'Illness' };
  set.views['api::visit.visit'] = view({
    metadatas: {
      reason: { edit: { label: '走访原因', description: '选一项' } },
      note: { edit: { label: 'note' } },
    },
  });
  const labels = new Labels(set, { 'visit.title': { zh: '事由', en: 'Subject' } });

  it('are the changed ones first, then those of the model, of the view, and what the identifier says', () => {
    const of = (field: string) => labels.ofField('api::visit.visit', 'visit', field);
    expect(of('title')).toEqual({ zh: '事由', en: 'Subject' });
    expect(of('reason')).toEqual({ zh: '走访原因', en: 'Reason' });
    expect(of('note')).toEqual({ zh: 'note', en: 'Note' });
    expect(labels.ofOption('visit', 'reason', 'illness').zh).toBe('生病');
    expect(labels.ofOption('visit', 'reason', 'otherCase').en).toBe('Other case');
    expect(labels.ofHelp('api::visit.visit', 'visit', 'reason')?.zh).toBe('选一项');
  });

  it("are the program's for its own types, in Chinese as the view says where that was changed", () => {
    const changed = emptyModelSet();
    changed.views['api::registry.unit'] = view({ metadatas: { name: { edit: { label: '全称' } } } });
    expect(new Labels(changed).ofField('api::registry.unit', 'unit', 'name')).toEqual({
      zh: '全称',
      en: 'Name',
    });
  });
});

describe('the types that are served', () => {
  const base = {
    'api::registry.unit': {
      kind: 'collectionType' as const,
      collectionName: 'units',
      info: { singularName: 'unit', pluralName: 'units', displayName: '单位' },
      attributes: { name: { type: 'string' } },
    },
  };

  it('are those of the program with the added fields, whose own field wins over an added one', () => {
    const set = emptyModelSet();
    set.fields['api::registry.unit'] = { founded: { type: 'date' }, name: { type: 'integer' } };
    const merged = mergedTypes(base, set)['api::registry.unit'];
    expect(merged?.schema.attributes).toEqual({ founded: { type: 'date' }, name: { type: 'string' } });
    expect(merged?.added).toEqual(['founded']);
  });

  it('keep a revision, drafts off, and to-one relations in a column', () => {
    const set = emptyModelSet();
    set.types['api::visit.visit'] = {
      ...base['api::registry.unit'],
      options: { draftAndPublish: true },
      attributes: { unit: { type: 'relation', relation: 'manyToOne', target: 'api::registry.unit' } },
    };
    const { schema, custom } = mergedTypes(base, set)['api::visit.visit'] ?? {};
    expect(custom).toBe(true);
    expect(schema?.options).toEqual({ draftAndPublish: false });
    expect(schema?.attributes.unit?.useJoinTable).toBe(false);
    expect(schema?.attributes.rev?.type).toBe('integer');
  });
});
