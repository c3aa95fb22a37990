import { isFilled } from '../model';
import type { AnySheet, Column } from './column';
import { type Draft, fail } from './draft';
import type { KnownRecord, StoredValue } from './known';
import { type Named, NameIndex } from './name-index';
import { nearNames } from './suggest';

/** The records that relations may name, by type. */
export class RelatedNames {
  readonly #byType = new Map<string, NameIndex>();

  constructor(related: Readonly<Record<string, readonly KnownRecord[]>>) {
    for (const [target, records] of Object.entries(related)) {
      const index = new NameIndex();
      for (const record of records) index.add(namedOf(record));
      this.#byType.set(target, index);
    }
  }

  /** The record that a cell names, by name, alias or address. */
  find(draft: Draft<AnySheet>, column: Column, target: string, text: string): Named | null {
    const index = this.#byType.get(target);
    const found = index?.find(text) ?? [];
    const [only] = found;
    if (found.length === 1 && only) return only;
    const byAddress = index?.byAddress(text);
    if (byAddress) return byAddress;
    const near = nearNames(text, index?.names() ?? []);
    const hint = near.length > 0 ? `,如:${near.join('、')}` : '';
    fail(
      draft,
      column,
      'UNKNOWN_RELATION',
      found.length > 1
        ? {
            zh: `只对应一个记录的名称;此叫法对应 ${found.length} 个`,
            en: `a name of one record; this names ${found.length}`,
          }
        : {
            zh: `已录入的名称或别名${hint}`,
            en: `the name of an existing record${near.length > 0 ? `, such as ${near.join(', ')}` : ''}`,
          },
    );
    return null;
  }

  /** A stored value as people read it: relations by name. */
  shown(column: Column, value: unknown): StoredValue {
    const index = 'target' in column ? this.#byType.get(column.target) : undefined;
    if (column.kind === 'record') return (index?.nameOf(String(value)) ?? null) as StoredValue;
    if (column.kind === 'records') return ((value ?? []) as string[]).map((id) => index?.nameOf(id) ?? '–');
    if (column.kind === 'structure') return isFilled(value) ? JSON.stringify(value) : null;
    return value as StoredValue;
  }
}

const namedOf = (record: KnownRecord): Named => ({
  id: record.documentId,
  isNew: false,
  name: record.name,
  aliases: record.aliases ?? [],
  traits: {},
  record,
  place: null,
});
