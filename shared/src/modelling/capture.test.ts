import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attribute, type BaseTypes, emptyModelSet, type ModelSet, type TypeSchema } from '../model';
import { captureModel, type FoundModel } from './capture';
import { checkSet } from './check-set';
import { KEPT, mergedTypes } from './merge';

const UNIT = 'api::registry.unit';
const VISIT = 'api::visit.visit';

function type(name: string, attributes: Record<string, Attribute>): TypeSchema {
  return {
    kind: 'collectionType',
    collectionName: `${name}s`,
    info: { singularName: name, pluralName: `${name}s`, displayName: name },
    options: { draftAndPublish: false },
    attributes,
  };
}

const BASE: BaseTypes = { [UNIT]: type('unit', { name: { type: 'string', required: true } }) };
const set = (more: Partial<ModelSet> = {}): ModelSet => ({ ...emptyModelSet(), ...more });

/** What lies in the builder's folder for a model: the program's own fields locked. */
function tree(model: ModelSet): FoundModel {
  const types = Object.entries(mergedTypes(BASE, model)).map(([uid, { schema, custom, added }]) => {
    const attributes = Object.entries(schema.attributes).map(([name, attribute]) => {
      const offices = (custom && !(name in KEPT)) || added.includes(name);
      return [name, offices ? attribute : { ...attribute, configurable: false }];
    });
    return [uid, { ...schema, attributes: Object.fromEntries(attributes) }];
  });
  return { types: Object.fromEntries(types), components: model.components };
}

const VISITS = set({
  types: {
    [VISIT]: type('visit', {
      title: { type: 'string' },
      unit: { type: 'relation', relation: 'manyToOne', target: UNIT, useJoinTable: false },
    }),
  },
  fields: { [UNIT]: { phone: { type: 'string' } } },
  components: {
    'shared.gift': {
      collectionName: 'gifts',
      info: { displayName: 'Gift' },
      options: {},
      attributes: { name: { type: 'string' } },
    },
  },
  views: { [VISIT]: { settings: {}, metadatas: {}, layouts: { list: ['title'], edit: [] } } },
  labels: {
    visit: { zh: '走访', en: 'Visit' },
    'visit.title': { zh: '主题', en: 'Title' },
    'visit.title?': { zh: '一句话', en: 'In short' },
    'unit.phone': { zh: '电话', en: 'Telephone' },
    'unit.name': { zh: '单位', en: 'Unit' },
    'shared.gift.name': { zh: '品名', en: 'Name' },
  },
  access: { visit: { read: { town: 'all' } } },
  fieldAccess: { unit: { phone: { read: ['town'] } } },
});

describe('what the builder has saved', () => {
  it('is the same model when nothing was changed', () => {
    expect(captureModel(BASE, tree(VISITS), VISITS)).toEqual({ set: VISITS, notices: [] });
  });

  it('gives a new type to the office alone, without drafts and languages', () => {
    const found = tree(VISITS);
    const trip = type('trip', { at: { type: 'date', pluginOptions: { i18n: { localized: true } } } });
    const made = {
      ...trip,
      options: { draftAndPublish: true },
      pluginOptions: { i18n: { localized: true } },
    };
    const { set: now, notices } = captureModel(
      BASE,
      { ...found, types: { ...found.types, 'api::trip.trip': made } },
      VISITS,
    );
    expect(now.types['api::trip.trip']).toEqual({ ...trip, attributes: { at: { type: 'date' } } });
    expect(now.access.trip?.read).toEqual({ districtOffice: 'all' });
    expect(now.access.visit).toEqual(VISITS.access.visit);
    expect(notices).toHaveLength(1);
  });

  it('puts back what was changed or taken away of the program, and says so', () => {
    const changed = tree(VISITS);
    const unit = changed.types[UNIT] as TypeSchema;
    const attributes: TypeSchema['attributes'] = { ...unit.attributes, name: { type: 'text' } };
    const one = captureModel(
      BASE,
      { ...changed, types: { ...changed.types, [UNIT]: { ...unit, attributes } } },
      VISITS,
    );
    expect(one.set).toEqual(VISITS);
    expect(one.notices[0]?.zh).toContain('不能修改');
    const { [UNIT]: _, ...rest } = changed.types;
    const other = captureModel(BASE, { ...changed, types: rest }, VISITS);
    expect(other.set).toEqual(VISITS);
    expect(other.notices[0]?.zh).toContain('不能删除');
  });

  it('says so when a field of the program was taken out', () => {
    const found = tree(VISITS);
    const unit = found.types[UNIT] as TypeSchema;
    const { name: _, ...attributes } = unit.attributes;
    const { notices } = captureModel(
      BASE,
      { ...found, types: { ...found.types, [UNIT]: { ...unit, attributes } } },
      VISITS,
    );
    expect(notices).toHaveLength(1);
  });

  it('forgets what belonged to what is gone', () => {
    const { set: now } = captureModel(BASE, tree(set()), VISITS);
    expect(now).toEqual(set({ labels: { 'unit.name': { zh: '单位', en: 'Unit' } } }));
  });
});

const NAME = fc
  .stringMatching(/^[a-z][a-z0-9]{0,7}$/)
  .filter((name) => !['unit', 'name', ...Object.keys(KEPT)].includes(name));
const ATTRIBUTE: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({
    type: fc.constantFrom('string', 'text', 'richtext', 'email'),
    maxLength: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ type: fc.constantFrom('integer', 'date', 'json', 'boolean'), required: fc.boolean() }),
  fc.record({
    type: fc.constant('relation'),
    relation: fc.constantFrom('manyToOne', 'manyToMany'),
    target: fc.constant(UNIT),
  }),
);
const ATTRIBUTES = fc.dictionary(NAME, ATTRIBUTE, { maxKeys: 4, noNullPrototype: true });
const MODEL = fc
  .record({
    types: fc.dictionary(NAME, ATTRIBUTES, { maxKeys: 3, noNullPrototype: true }),
    fields: ATTRIBUTES,
  })
  .map(({ types, fields }) =>
    set({
      types: Object.fromEntries(
        Object.entries(types).map(([name, attributes]) => [`api::${name}.${name}`, type(name, attributes)]),
      ),
      fields: { [UNIT]: fields },
    }),
  );

describe('for any model', () => {
  it('capturing twice changes nothing, and the result is sound', () => {
    fc.assert(
      fc.property(MODEL, (model) => {
        const { set: once } = captureModel(BASE, tree(model), set());
        expect(captureModel(BASE, tree(once), once)).toEqual({ set: once, notices: [] });
        expect(checkSet(once)).toEqual({ set: once });
      }),
    );
  });

  it('what was made over another model is what was made', () => {
    fc.assert(
      fc.property(MODEL, MODEL, (before, after) => {
        const first = captureModel(BASE, tree(before), set()).set;
        const over = captureModel(BASE, tree(after), first).set;
        const bare = captureModel(BASE, tree(after), set()).set;
        expect(over).toEqual(bare);
      }),
    );
  });
});
