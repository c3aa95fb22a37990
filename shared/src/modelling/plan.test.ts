import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attribute, type BaseTypes, emptyModelSet, type ModelSet, type TypeSchema } from '../model';
import { namesToConfirm, PLAN_KINDS, planHash, planModel, withCounts } from '.';

const type = (name: string, attributes: Record<string, Attribute>): TypeSchema => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  attributes,
});

const BASE: BaseTypes = {
  'api::registry.unit': type('unit', { name: { type: 'string' }, unitClass: { type: 'enumeration' } }),
  'api::registry.town': type('town', { name: { type: 'string' } }),
  'api::registry.station': type('station', {
    town: { type: 'relation', relation: 'manyToOne', target: 'api::registry.town', useJoinTable: false },
  }),
};

const set = (more: Partial<ModelSet> = {}): ModelSet => ({ ...emptyModelSet(), ...more });

const visits = (attributes: Record<string, Attribute>, more: Partial<ModelSet> = {}): ModelSet =>
  set({
    types: { 'api::visit.visit': type('visit', attributes) },
    labels: { visit: { zh: '走访慰问', en: 'Visit' }, 'visit.reason': { zh: '原因', en: 'Reason' } },
    ...more,
  });

const TO_UNIT: Attribute = { type: 'relation', relation: 'manyToOne', target: 'api::registry.unit' };
const TO_STATION: Attribute = { type: 'relation', relation: 'manyToOne', target: 'api::registry.station' };

const told = (before: ModelSet, after: ModelSet, tables: string[] = []) =>
  planModel(BASE, before, after, { tables }).entries.map(({ kind, code, words }) => [kind, code, words.zh]);

describe('the sentences of a plan', () => {
  it('say what is new and who will see it', () => {
    const after = visits(
      { unit: TO_UNIT },
      {
        fields: { 'api::registry.unit': { founded: { type: 'date' } } },
        access: { visit: { read: { districtOffice: 'all', unit: ['unit'] } } },
        fieldAccess: { unit: { founded: { read: ['districtOffice'] } } },
      },
    );
    expect(told(set(), after)).toMatchInlineSnapshot(`
      [
        [
          "additive",
          "TYPE_ADDED",
          "新增类型“走访慰问”。",
        ],
        [
          "additive",
          "RELATION_ADDED",
          "“走访慰问”新增关联“unit”,能看到它的角色:区办公室、结对单位。",
        ],
        [
          "additive",
          "FIELD_ADDED",
          "“结对共建单位”新增字段“founded”,能看到它的角色:区办公室。",
        ],
        [
          "access",
          "FIELD_ACCESS_CHANGED",
          "“结对共建单位”的字段“founded”:原为查看同记录、填写同记录,改为查看区办公室、填写同记录。",
        ],
        [
          "access",
          "ACCESS_CHANGED",
          "“走访慰问”的查看权限:原为无人,改为区办公室(全部记录)、结对单位(与其有关的记录)。",
        ],
        [
          "presentation",
          "LABELS_CHANGED",
          "调整显示文字 2 处。",
        ],
      ]
    `);
  });

  it('say what is lost', () => {
    const before = visits({
      reason: { type: 'enumeration', enum: ['illness', 'festival'] },
      note: { type: 'text' },
    });
    const after = visits({ reason: { type: 'enumeration', enum: ['illness'] } });
    const plan = withCounts(planModel(BASE, before, after), [7, 2]);
    expect(plan.entries.map(({ kind, words }) => [kind, words.zh, words.en])).toMatchInlineSnapshot(`
      [
        [
          "destructive",
          "删除“走访慰问”的字段“note”及其全部内容。现有 7 条记录填有内容。",
          "The field “Note” of “Visit” is removed with all it holds. 7 records hold something in it.",
        ],
        [
          "destructive",
          "“走访慰问”的字段“原因”去掉选项“festival”。现有 2 条记录在用,内容保留,但下次修改时须更正。",
          "The field “Reason” of “Visit” loses the option “Festival”. 2 records use it; they keep it, but must be corrected at their next change.",
        ],
      ]
    `);
    expect(namesToConfirm(plan)).toEqual(['note', 'festival']);
  });

  it('say that nobody is hurt by an option that no record uses', () => {
    const before = visits({ reason: { type: 'enumeration', enum: ['illness', 'festival'] } });
    const after = visits({ reason: { type: 'enumeration', enum: ['illness'] } });
    const plan = withCounts(planModel(BASE, before, after), [0]);
    expect(plan.entries[0]).toMatchObject({ kind: 'check', confirm: null, count: 0 });
  });

  it('say which rules become stricter and which looser', () => {
    const before = visits({ count: { type: 'integer', max: 9 }, code: { type: 'string', required: true } });
    const after = visits({ count: { type: 'integer', max: 5 }, code: { type: 'string', maxLength: 20 } });
    expect(told(before, after)).toMatchInlineSnapshot(`
      [
        [
          "additive",
          "RULE_LOOSENED",
          "“走访慰问”的字段“code”不再必填。",
        ],
        [
          "check",
          "RULE_TIGHTENED",
          "“走访慰问”的字段“code”改为:最多字数 20。",
        ],
        [
          "check",
          "RULE_TIGHTENED",
          "“走访慰问”的字段“count”改为:最大值 5。",
        ],
      ]
    `);
  });
});

describe('what cannot be', () => {
  const unit = (fields: Record<string, Attribute>) => set({ fields: { 'api::registry.unit': fields } });

  it.each<[why: string, code: string, after: ModelSet]>([
    ['a name of the server', 'FIELD_RESERVED', unit({ state: { type: 'string' } })],
    ['a column of the server', 'FIELD_RESERVED', unit({ document_id: { type: 'string' } })],
    ['a field of the program', 'PROGRAM_FIELD', unit({ name: { type: 'string' } })],
    ['the same column as another', 'COLUMN_TAKEN', unit({ unit_class: { type: 'string' } })],
    [
      'digits are split as Strapi does',
      'COLUMN_TAKEN',
      unit({ a2: { type: 'string' }, a_2: { type: 'string' } }),
    ],
    [
      'a relation and a field of its column',
      'COLUMN_TAKEN',
      visits({ unit: TO_UNIT, unit_id: { type: 'integer' } }),
    ],
    ['a name that PostgreSQL would cut', 'FIELD_NAME', unit({ [`a${'b'.repeat(62)}`]: { type: 'string' } })],
    ['a relation to nothing', 'RELATION_TARGET', visits({ x: { ...TO_UNIT, target: 'api::x.x' } })],
    ['another side that is missing', 'RELATION_SIDE', visits({ x: { ...TO_UNIT, inversedBy: 'visits' } })],
    [
      'a component that is missing',
      'COMPONENT_UNKNOWN',
      visits({ x: { type: 'component', component: 'a.b' } }),
    ],
    [
      'a private field of a component',
      'COMPONENT_PRIVATE',
      set({
        components: {
          'a.b': {
            collectionName: 'a_bs',
            info: { displayName: 'b' },
            attributes: { x: { type: 'string', private: true } },
          },
        },
      }),
    ],
    ['fields of no type', 'TYPE_UNKNOWN', set({ fields: { 'api::x.x': {} } })],
    ['a type of the program', 'PROGRAM_TYPE', set({ types: { 'api::registry.unit': type('unit', {}) } })],
    ['a name of the program', 'TYPE_NAME_TAKEN', set({ types: { 'api::x.unit': type('unit', {}) } })],
    [
      'an address of the program',
      'TYPE_NAME_TAKEN',
      set({ types: { 'api::model.model': type('model', {}) } }),
    ],
    ['a table that is there', 'TABLE_TAKEN', set({ types: { 'api::lease.lease': type('lease', {}) } })],
    [
      'a path that leads elsewhere',
      'ACCESS_PATH',
      visits({ unit: TO_UNIT }, { access: { visit: { read: { town: ['unit'] } } } }),
    ],
    ['access to no type', 'ACCESS_UNKNOWN', set({ access: { unit: { read: {} } } })],
    ['access to no field', 'FIELD_ACCESS_UNKNOWN', set({ fieldAccess: { unit: { name: {} } } })],
  ])('is refused: %s', (_why, code, after) => {
    expect(told(set(), after, ['leases'])).toContainEqual(['refused', code, expect.any(String)]);
  });

  it('is not a path over two relations that leads to the anchor', () => {
    const after = visits(
      { station: TO_STATION },
      { access: { visit: { read: { town: ['station.town'] } } } },
    );
    expect(told(set(), after).filter(([kind]) => kind === 'refused')).toEqual([]);
  });

  it('is another kind of a field, or another table of a type', () => {
    const before = visits({ count: { type: 'integer' } });
    expect(told(before, visits({ count: { type: 'text' } }))).toEqual([
      ['refused', 'FIELD_KIND', expect.any(String)],
    ]);
    const moved = JSON.parse(JSON.stringify(before)) as ModelSet;
    Object.assign(moved.types['api::visit.visit'] ?? {}, { collectionName: 'journeys' });
    expect(told(before, moved)).toContainEqual(['refused', 'TABLE_CHANGED', expect.any(String)]);
  });
});

const attribute = fc.oneof(
  fc.record({ type: fc.constantFrom('string', 'text', 'integer', 'date'), required: fc.boolean() }),
  fc.record({ type: fc.constant('enumeration'), enum: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) }),
  fc.constant(TO_UNIT),
  fc.constant<Attribute>({ type: 'media', multiple: true }),
);
const attributes = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'state'), attribute, { maxKeys: 4 });
const models = fc
  .record({ visit: fc.option(attributes), gift: fc.option(attributes), unit: attributes })
  .map(({ visit, gift, unit }) =>
    set({
      types: {
        ...(visit ? { 'api::visit.visit': type('visit', visit) } : {}),
        ...(gift ? { 'api::gift.gift': type('gift', gift) } : {}),
      },
      fields: { 'api::registry.unit': unit },
    }),
  );

describe('any two models', () => {
  it('give plans of known kinds, each subject once a code, nothing for no change', () => {
    fc.assert(
      fc.property(models, models, (one, other) => {
        for (const [before, after] of [
          [one, other],
          [other, one],
        ] as const) {
          const { entries } = planModel(BASE, before, after);
          for (const { kind, words } of entries) {
            expect(PLAN_KINDS).toContain(kind);
            expect(words.zh).toMatch(/。$/);
            expect(words.en).toMatch(/\.$/);
          }
          const keys = entries.map(({ code, subject, words }) => JSON.stringify([code, subject, words.zh]));
          expect(new Set(keys).size).toBe(keys.length);
        }
        const idle = planModel(BASE, one, one).entries.filter(({ kind }) => kind !== 'refused');
        expect(idle).toEqual([]);
      }),
    );
  });

  it('are told apart by the hash of their plan', () => {
    fc.assert(
      fc.property(models, models, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        const hash = (after: ModelSet) => planHash(BASE, one, after, planModel(BASE, one, after));
        if (!same)
          expect(hash(one) === hash(other)).toBe(
            JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
          );
      }),
    );
  });
});

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
