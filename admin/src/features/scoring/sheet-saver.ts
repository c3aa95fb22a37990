import type { Entry } from '@jiedui/shared/scoring';
import { type DraftPorts, DraftSaver, type DraftState, type Shape } from '../../ui/draft/draft-saver';
import { clashLines } from './clash';
import type { SheetContent, SheetStore } from './sheet-store';

/** A sheet's parts are its entries, by indicator. */
const SHEET_SHAPE: Shape<SheetContent> = {
  partOf: ({ path }) => (path[0] === 'entries' && path.length > 1 ? String(path[1]) : null),
  get: (content, code) => content.entries[code],
  put(content, code, value) {
    const { [code]: _, ...others } = content.entries;
    return { ...content, entries: value === undefined ? others : { ...others, [code]: value as Entry } };
  },
  same: (one, other) => clashLines(one, other, null).length === 0,
};

export type SaveState = DraftState<SheetContent>;

/** Saves a sheet by itself; an entry that the server refuses does not hold back the others. */
export class SheetSaver extends DraftSaver<SheetContent> {
  constructor(
    store: SheetStore,
    rev: number,
    ports: DraftPorts<SheetContent>,
    base: SheetContent | null = store.content(),
  ) {
    super(SHEET_SHAPE, store, rev, ports, base);
  }
}
