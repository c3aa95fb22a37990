import { canonicalJson } from '../canonical';
import type { ViewConfiguration } from '../model';

type Metadatas = ViewConfiguration['metadatas'];
type FieldView = NonNullable<Metadatas[string]>;

/**
 * Strapi's view configuration with what the office has changed of it. `derived` is what Strapi makes of the schema by
 * itself; fields that came after the office's view was laid out stand at the end of the form.
 */
export function mergedView(
  derived: ViewConfiguration,
  view: ViewConfiguration | undefined,
): ViewConfiguration {
  if (!view) return derived;
  const known = (name: string) => Object.hasOwn(derived.metadatas, name);
  const metadatas = Object.fromEntries(
    Object.entries(derived.metadatas).map(([name, own]) => [name, mergedField(own, view.metadatas[name])]),
  );
  const rows = view.layouts.edit
    .map((row) => row.filter(({ name }) => known(name)))
    .filter((row) => row.length > 0);
  const isNew = (name: string) => !Object.hasOwn(view.metadatas, name);
  const fresh = derived.layouts.edit
    .map((row) => row.filter(({ name }) => isNew(name)))
    .filter((row) => row.length > 0);
  const list = view.layouts.list.filter(known);
  return {
    ...derived,
    settings: { ...derived.settings, ...view.settings },
    metadatas,
    layouts: { list: list.length > 0 ? list : derived.layouts.list, edit: [...rows, ...fresh] },
  };
}

function mergedField(own: FieldView, view: FieldView | undefined): FieldView {
  // Strapi offers a field that was taken out of the form for putting back, as long as it may be seen at all.
  const { visible: _, ...edit } = view?.edit ?? {};
  return { ...own, edit: { ...own.edit, ...edit }, list: { ...own.list, ...view?.list } };
}

/**
 * What the office has changed of a view: null for nothing. Every field has its entry, an empty one when it is as
 * derived, so that a field of later is known as such; one that was taken out of the form is not visible.
 */
export function capturedView(
  derived: ViewConfiguration,
  stored: ViewConfiguration,
): ViewConfiguration | null {
  const { settings, metadatas, layouts } = stored;
  const bare = ({ settings, metadatas, layouts }: ViewConfiguration) =>
    canonicalJson(JSON.parse(JSON.stringify({ settings, metadatas, layouts })));
  if (bare(derived) === bare(stored)) return null;
  const placed = (view: ViewConfiguration) => new Set(view.layouts.edit.flat().map(({ name }) => name));
  const offered = placed(derived);
  const shown = placed(stored);
  const fields = Object.entries(metadatas)
    .filter(([name]) => Object.hasOwn(derived.metadatas, name))
    .map(([name, view]): [string, FieldView] => {
      const changed = changedField(derived.metadatas[name] ?? {}, view);
      const out = offered.has(name) && !shown.has(name);
      return [name, out ? { ...changed, edit: { ...changed.edit, visible: false } } : changed];
    });
  return { settings, metadatas: Object.fromEntries(fields), layouts };
}

function changedField(own: FieldView, view: FieldView): FieldView {
  const edit = changedKeys(own.edit, view.edit);
  const list = changedKeys(own.list, view.list);
  return { ...(edit ? { edit } : {}), ...(list ? { list } : {}) };
}

function changedKeys<T extends object>(own: T | undefined, view: T | undefined): T | null {
  const before = (own ?? {}) as Record<string, unknown>;
  const changed = Object.entries(view ?? {}).filter(
    ([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value),
  );
  return changed.length > 0 ? (Object.fromEntries(changed) as T) : null;
}

/** Fields that the office has taken out of the form. */
export const hiddenFields = (view: ViewConfiguration | undefined): string[] =>
  Object.entries(view?.metadatas ?? {})
    .filter(([, field]) => field.edit?.visible === false)
    .map(([name]) => name);
