import type { ModelsDescription } from '@jiedui/shared/model';
import { MENU_TEXT } from '@jiedui/shared/text';
import { describe, expect, it } from 'vitest';
import { menuOf } from './menu';
import { withMenuWords } from './menu-words';

const entry = (to: string) => ({ to, label: { zh: to, en: to }, needs: null });
const GROUPS = [
  { title: { zh: '甲', en: 'A' }, entries: [entry('/a'), entry('/b'), entry('/c')] },
  { title: { zh: '乙', en: 'B' }, entries: [entry('/d')] },
];
const shown = (words: Parameters<typeof withMenuWords>[1]) =>
  withMenuWords(GROUPS, words).map(({ entries }) => entries.map(({ to }) => to).join(' '));

describe('the menu with the office’s words', () => {
  it.each([
    [{}, ['/a /b /c', '/d']],
    [{ '/c': { order: 1 } }, ['/c /a /b', '/d']],
    [{ '/a': { order: 3 } }, ['/b /a /c', '/d']],
    [{ '/a': { order: 99 } }, ['/b /c /a', '/d']],
    [{ '/b': { hidden: true } }, ['/a /c', '/d']],
    [{ '/d': { hidden: true } }, ['/a /b /c']],
  ])('%j', (words, groups) => {
    expect(shown(words)).toEqual(groups);
  });

  it('names entries anew', () => {
    const label = { zh: '新', en: 'New' };
    expect(withMenuWords(GROUPS, { '/a': { label } })[0]?.entries[0]?.label).toEqual(label);
  });

  it('has words to change for every entry of the program', () => {
    const own = menuOf({ types: [] } as unknown as ModelsDescription);
    const addresses = own.flatMap(({ entries }) => entries.map(({ to }) => to));
    expect(addresses.sort()).toEqual(Object.keys(MENU_TEXT).sort());
  });
});
