import { afterEach, describe, expect, it } from 'vitest';
import { emptyModelSet } from '../model';
import { enumWords, fieldLabel, installWords, MENU_TEXT, resourceLabel } from '../text';
import { changedMenuOf, changedWordsOf, Labels, wordKeys } from '.';

afterEach(() => installWords({}));

const word = (key: string, more: object = {}) => ({
  key,
  zh: '新词',
  en: 'New',
  order: null,
  hidden: false,
  ...more,
});

describe('changed words', () => {
  it('stand before those of the program, everywhere that asks for them', () => {
    installWords(changedWordsOf(['unit', 'unit.leader', 'activity.state.planned'].map((key) => word(key))));
    for (const words of [
      resourceLabel('unit'),
      fieldLabel('unit', 'leader'),
      enumWords('activity', 'state', 'planned'),
    ]) {
      expect(words).toEqual({ zh: '新词', en: 'New' });
    }
    expect(enumWords('activity', 'state', 'held').zh).toBe('已开展');
  });

  it('of the menu go by its addresses; the way back is never hidden', () => {
    const menu = changedMenuOf([
      word('menu:/calendar', { hidden: true, order: 2 }),
      word('menu:/words', { hidden: true }),
      word('unit'),
    ]);
    expect(menu).toEqual({
      '/calendar': { label: { zh: '新词', en: 'New' }, order: 2, hidden: true },
      '/words': { label: { zh: '新词', en: 'New' } },
    });
  });
});

describe('the keys of words', () => {
  const type = {
    uid: 'api::visit.visit',
    resource: 'visit',
    path: 'visits',
    displayName: '走访',
    custom: true,
    single: false,
    added: [],
    titleField: 'title',
    attributes: { reason: { type: 'enumeration', enum: ['illness'] }, rev: { type: 'integer' } },
  };

  it('are those of the menu and of every type, field and option, with the program’s own words', () => {
    installWords({ 'visit.reason': { zh: '改过', en: 'Changed' } });
    const keys = wordKeys([type], new Labels(emptyModelSet()));
    const own = keys.filter(({ group }) => group === 'visit').map(({ key }) => key);
    expect(own).toEqual(['visit', 'visit.reason', 'visit.reason.illness']);
    expect(keys.find(({ key }) => key === 'visit.reason')?.words).toEqual({ zh: 'reason', en: 'Reason' });
    for (const address of [...Object.keys(MENU_TEXT), '/records/visits'])
      expect(keys.map(({ key }) => key)).toContain(`menu:${address}`);
  });
});
