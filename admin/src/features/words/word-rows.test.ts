import { describe, expect, it } from 'vitest';
import { depthOf, groupsOf, shownRows, type WordRow } from './word-rows';

const row = (key: string, group: string, zh: string, changed: string | null = null): WordRow => ({
  key,
  group,
  words: { zh, en: key },
  changed: changed ? { key, zh: changed, en: key, order: null, hidden: false } : null,
});

const ROWS = [
  row('menu:/units', 'menu', '单位'),
  row('unit', 'unit', '结对共建单位', '成员单位'),
  row('unit.leader', 'unit', '负责领导'),
  row('unit.unitClass.key', 'unit', '区重点单位'),
];
const keys = (shown: object) =>
  shownRows(ROWS, { search: '', group: null, onlyChanged: false, ...shown }).map(({ key }) => key);

describe('the list of words', () => {
  it.each([
    [{ search: '领导' }, ['unit.leader']],
    [{ search: ' UNIT.lead ' }, ['unit.leader']],
    [{ search: '成员' }, ['unit']],
    [{ search: '共建' }, ['unit']],
    [{ group: 'menu' }, ['menu:/units']],
    [{ onlyChanged: true }, ['unit']],
  ])('%j finds %j', (shown, found) => {
    expect(keys(shown)).toEqual(found);
  });

  it('is grouped by type, each by its present name', () => {
    const menu = { zh: '菜单', en: 'Menu' };
    expect(groupsOf(ROWS, menu).map(({ words }) => words.zh)).toEqual(['菜单', '成员单位']);
    expect(ROWS.map(depthOf)).toEqual([0, 0, 1, 2]);
  });
});
