import { dropKept, keepChosen, keptNames, readKept } from '../../providers/kept';
import { inFormat, isReadable } from './kept-format';
import type { Sheet } from './sheet';

/** A sheet as this device last saw it on the server. */
export type KeptSheet = { sheet: Sheet; at: string };

/** The sheets of a device, and how many of them another program has kept in a form that this one does not read. */
export type KeptSheets = { sheets: KeptSheet[]; unreadable: number };

type Stored = KeptSheet & { format?: unknown };

const PREFIX = 'sheet|';

/** Of two answers about a sheet the one of the later revision: the older one was under way when it was saved. */
export const newerSheet = (one: Sheet | undefined, other: Sheet): Sheet =>
  one && one.evaluation.rev > other.evaluation.rev ? one : other;

/** What is kept when an answer comes: the later revision. What another program has kept is left to that program. */
export function chosenKept(before: Stored | undefined, sheet: Sheet, at: string): Stored {
  if (before && !isReadable(before)) return before;
  return before && newerSheet(before.sheet, sheet) !== sheet ? before : inFormat({ sheet, at });
}

/** Keeps a sheet for a visit without a network, and gives the newest that is known of it. */
export async function keepSheet(account: string, sheet: Sheet): Promise<Sheet> {
  const name = PREFIX + sheet.evaluation.documentId;
  await keepChosen<Stored>(account, name, (before) => chosenKept(before, sheet, new Date().toISOString()));
  const kept = await readKeptSheet(account, sheet.evaluation.documentId);
  return newerSheet(kept?.sheet, sheet);
}

export async function readKeptSheet(account: string, id: string): Promise<KeptSheet | undefined> {
  const kept = await readKept<Stored>(account, PREFIX + id);
  return kept && isReadable(kept) ? kept : undefined;
}

export const dropKeptSheet = (account: string, id: string): Promise<void> => dropKept(account, PREFIX + id);

/** All sheets that an account has opened on this device, by unit. */
export async function keptSheets(account: string): Promise<KeptSheets> {
  const names = await keptNames(account, PREFIX);
  const found = await Promise.all(names.map((name) => readKept<Stored>(account, name)));
  const all = found.flatMap((one) => one ?? []);
  const sheets = all
    .filter(isReadable)
    .sort((a, b) => a.sheet.unit.name.localeCompare(b.sheet.unit.name, 'zh-CN'));
  return { sheets, unreadable: all.length - sheets.length };
}
