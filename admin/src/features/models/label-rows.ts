import type { FieldDescription, ModelsDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';

/** One thing that can be given words: by which key, what it is called now, and the help it shows. */
export type LabelRow = { key: string; name: string; depth: 0 | 1 | 2; words: Words; help: Words | null };

/** The rows of one type or component. */
export type LabelGroup = { key: string; words: Words; rows: LabelRow[] };

/** Everything of a draft that the office has made, and so may name: its types, its components, the fields it added. */
export function labelGroups({ types, components }: ModelsDescription): LabelGroup[] {
  const ordered = [...types].sort((a, b) => Number(b.custom) - Number(a.custom));
  const ofTypes = ordered.map((type) => {
    const own = type.custom ? [row(type.resource, type.resource, 0, type.label, null)] : [];
    const fields = Object.entries(type.fields).filter(([, field]) => type.custom || field.added);
    return { key: type.resource, words: type.label, rows: [...own, ...rowsOf(type.resource, fields)] };
  });
  const ofComponents = Object.entries(components).map(([uid, component]) => ({
    key: uid,
    words: component.label,
    rows: [row(uid, uid, 0, component.label, null), ...rowsOf(uid, Object.entries(component.fields))],
  }));
  return [...ofTypes, ...ofComponents].filter(({ rows }) => rows.length > 0);
}

const NOT_NAMED = ['rev', 'example', 'createdAt', 'updatedAt'];

function rowsOf(parent: string, fields: [string, FieldDescription][]): LabelRow[] {
  return fields
    .filter(([name]) => !NOT_NAMED.includes(name))
    .flatMap(([name, field]) => {
      const key = `${parent}.${name}`;
      const options = (field.options ?? []).map(({ value, words }) =>
        row(`${key}.${value}`, value, 2, words, null),
      );
      return [row(key, name, 1, field.label, field.help), ...options];
    });
}

const row = (
  key: string,
  name: string,
  depth: LabelRow['depth'],
  words: Words,
  help: Words | null,
): LabelRow => ({ key, name, depth, words, help });

/** The labels of a set with what was typed; words that were emptied are taken out, so that the default returns. */
export function withTyped(
  labels: Readonly<Record<string, Words>>,
  typed: Readonly<Record<string, Partial<Words>>>,
  shown: ReadonlyMap<string, Words>,
): Record<string, Words> {
  const next = { ...labels };
  for (const [key, words] of Object.entries(typed)) {
    const now = shown.get(key) ?? { zh: '', en: '' };
    const zh = (words.zh ?? now.zh).trim();
    const en = (words.en ?? now.en).trim();
    if (!zh && !en) delete next[key];
    else next[key] = { zh: zh || en, en: en || zh };
  }
  return next;
}
