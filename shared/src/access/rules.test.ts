import { afterEach, describe, expect, it } from 'vitest';
import {
  can,
  installAccess,
  MATRIX,
  mayExport,
  mayImport,
  mayReadField,
  mayWriteField,
  reachPaths,
  scopeOf,
} from '.';

afterEach(() => installAccess({}, {}));

describe('a record type that the office has made', () => {
  it('is denied to everybody until a rule names them', () => {
    installAccess({ visit: { read: { districtOffice: 'all' } } }, {});
    expect(can('districtOffice', 'read', 'visit')).toBe(true);
    expect(can('districtOffice', 'create', 'visit')).toBe(false);
    expect(can('unit', 'read', 'visit')).toBe(false);
  });

  it('shows a role the rows that lead to what the account belongs to', () => {
    installAccess({ visit: { read: { town: ['station.town', 'town'] } } }, {});
    expect(scopeOf('town', 'read', 'visit')).toEqual([
      { path: ['station', 'town'], is: 'town' },
      { path: ['town'], is: 'town' },
    ]);
  });

  it('shows no row by a path to a role that belongs to nothing', () => {
    installAccess({ visit: { read: { inspector: ['unit'], town: [] } } }, {});
    expect(scopeOf('inspector', 'read', 'visit')).toBeNull();
    expect(scopeOf('town', 'read', 'visit')).toBeNull();
  });

  it('is taken out and brought in by those who have that right beside reading and creating', () => {
    const rules = {
      visit: {
        read: { town: 'all', unit: 'all' },
        create: { unit: 'all' },
        export: ['town', 'station'],
        import: ['town', 'unit'],
      },
    } as const;
    installAccess(rules, {});
    expect([mayExport('town', 'visit'), mayExport('unit', 'visit'), mayExport('station', 'visit')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([mayImport('unit', 'visit'), mayImport('town', 'visit')]).toEqual([true, false]);
  });
});

describe('a field that the office has added', () => {
  it('follows the record where nothing else is said', () => {
    installAccess({}, { unit: { founded: {} } });
    expect(mayReadField('unit', 'unit', 'founded')).toBe(true);
  });

  it('is read and written by the named roles only', () => {
    installAccess({}, { unit: { phone: { read: ['districtOffice', 'town'], write: ['districtOffice'] } } });
    expect(mayReadField('unit', 'unit', 'phone')).toBe(false);
    expect(mayReadField('town', 'unit', 'phone')).toBe(true);
    expect(mayWriteField('town', 'unit', 'phone')).toBe(false);
    expect(mayWriteField('districtOffice', 'unit', 'phone')).toBe(true);
  });
});

describe("the program's own rules", () => {
  it('stay what they are, whatever the office writes', () => {
    installAccess(
      { unit: { read: { publicity: 'all', evaluator: 'all' } }, staff: { read: { unit: 'all' } } },
      { pairing: { unitContactPhone: { read: ['evaluator'] } } },
    );
    expect(scopeOf('evaluator', 'read', 'unit')).toEqual(MATRIX.unit?.read.evaluator);
    expect(can('unit', 'read', 'staff')).toBe(false);
    expect(mayReadField('evaluator', 'pairing', 'unitContactPhone')).toBe(false);
  });
});

describe('the ways to what an account belongs to', () => {
  const graph = {
    visit: { unit: 'unit', station: 'station', visitor: 'staff' },
    station: { parent: 'station', town: 'town' },
    unit: { department: 'department' },
    staff: { unit: 'unit' },
  };

  it('are found shortest first, and never lead through an account', () => {
    expect(reachPaths(graph, 'visit', 'unit')).toEqual(['unit']);
    expect(reachPaths(graph, 'visit', 'station')).toEqual([
      'station',
      'station.parent',
      'station.parent.parent',
    ]);
    expect(reachPaths(graph, 'visit', 'town')).toEqual(['station.town', 'station.parent.town']);
    expect(reachPaths(graph, 'visit', 'department')).toEqual(['unit.department']);
  });
});
