import { nameKey } from './clean';
import type { KnownRecord } from './known';

/** A record that a cell can name: one that exists, or one that an earlier row of the workbook brings. */
export type Named = {
  /** documentId of an existing record, or the row's key: the two never look alike. */
  id: string;
  isNew: boolean;
  name: string;
  aliases: readonly string[];
  /** What tells records of one name apart and what later rows must know (town, level). */
  traits: Readonly<Record<string, string | null>>;
  record: KnownRecord | null;
  /** Where the workbook brings it, for messages. */
  place: { sheet: string; row: number } | null;
};

/** Records by name and alias. A name that several records bear is kept with all of them. */
export class NameIndex {
  private readonly byName = new Map<string, Named[]>();
  private readonly byAlias = new Map<string, Named[]>();
  private readonly byId = new Map<string, Named>();

  add(named: Named): void {
    this.byId.set(named.id, named);
    push(this.byName, nameKey(named.name), named);
    this.addAliases(named, named.aliases);
  }

  /** Aliases that a row adds to a record, so that later rows may use them. */
  addAliases(named: Named, aliases: readonly string[]): void {
    for (const alias of aliases) push(this.byAlias, nameKey(alias), named);
  }

  remove(named: Named): void {
    this.byId.delete(named.id);
    for (const map of [this.byName, this.byAlias]) {
      for (const key of [named.name, ...named.aliases].map(nameKey)) {
        map.set(
          key,
          (map.get(key) ?? []).filter((other) => other !== named),
        );
      }
    }
  }

  /** The records that bear this name; if none does, those that have it as an alias. */
  find(text: string): readonly Named[] {
    const key = nameKey(text);
    const named = this.byName.get(key) ?? [];
    return named.length > 0 ? named : [...new Set(this.byAlias.get(key) ?? [])];
  }

  /** Every record that bears this as its name or an alias. */
  holders(text: string): readonly Named[] {
    const key = nameKey(text);
    return [...new Set([...(this.byName.get(key) ?? []), ...(this.byAlias.get(key) ?? [])])];
  }

  /** The record of this address; undefined when there is none. */
  byAddress(id: string): Named | undefined {
    return this.byId.get(id);
  }

  names(): string[] {
    return [...this.byId.values()].map(({ name }) => name);
  }

  nameOf(id: string): string | null {
    return this.byId.get(id)?.name ?? null;
  }
}

function push(map: Map<string, Named[]>, key: string, named: Named): void {
  const there = map.get(key);
  if (there) there.push(named);
  else map.set(key, [named]);
}
