import { createHmac } from 'node:crypto';
import { canonicalJson } from '@jiedui/shared/canonical';
import { expect, it } from 'vitest';
import { markOf, type StoredEntry, sealOf } from './chain';

const entry: StoredEntry = {
  id: 7,
  at: 1_668_733_200_000,
  actor_document_id: 'a',
  actor_name: '张“三”\n',
  actor_role: 'districtOffice',
  action: 'update',
  resource: 'unit',
  row_id: 3,
  document_id: 'd',
  rev: 2,
  transition: null,
  reason: '因故😀',
  changes: '{"leader":["甲","乙"]}',
  state_hash: 'f'.repeat(64),
};

it('seals an entry by its canonical JSON: chains that were sealed earlier hold', () => {
  const text = `${'0'.repeat(64)}\n1\n${canonicalJson(entry)}`;
  expect(sealOf('key', '0'.repeat(64), 1, entry)).toBe(
    createHmac('sha256', 'key').update(text).digest('hex'),
  );
});

it.each<[string, Partial<StoredEntry>, boolean]>([
  ['as PostgreSQL gives it back', { id: '7' as never, at: '1668733200000' as never }, true],
  ['as another entry', { id: 8 }, false],
  ['with another word', { actor_name: '李四' }, false],
  ['with another fingerprint of the record', { state_hash: 'e'.repeat(64) }, false],
])('an entry %s', (_what, change, holds) => {
  expect(markOf('key', { ...entry, ...change }) === markOf('key', entry)).toBe(holds);
});

it('a half of a character is marked as the database gives it back', () => {
  expect(markOf('key', { ...entry, reason: 'a\ud83d' })).toBe(markOf('key', { ...entry, reason: 'a\ufffd' }));
});

it('needs the key', () => {
  expect(markOf('other', entry)).not.toBe(markOf('key', entry));
});
