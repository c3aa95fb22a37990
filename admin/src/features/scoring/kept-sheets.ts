import { dropKept, keep, keptNames, readKept } from '../../providers/kept';
import type { Sheet } from './sheet';

/** A sheet as this device last saw it on the server. */
export type KeptSheet = { sheet: Sheet; at: string };

const PREFIX = 'sheet|';

/** Keeps a sheet for a visit without a network; an answer that was under way while it was saved is older. */
export async function keepSheet(account: string, sheet: Sheet): Promise<void> {
  const { documentId, rev } = sheet.evaluation;
  const before = await readKeptSheet(account, documentId);
  if (before && before.sheet.evaluation.rev > rev) return;
  await keep(account, PREFIX + documentId, { sheet, at: new Date().toISOString() });
}

export const readKeptSheet = (account: string, id: string): Promise<KeptSheet | undefined> =>
  readKept<KeptSheet>(account, PREFIX + id);

export const dropKeptSheet = (account: string, id: string): Promise<void> => dropKept(account, PREFIX + id);

/** All sheets that an account has opened on this device, by unit. */
export async function keptSheets(account: string): Promise<KeptSheet[]> {
  const names = await keptNames(account, PREFIX);
  const found = await Promise.all(names.map((name) => readKept<KeptSheet>(account, name)));
  return found
    .flatMap((one) => one ?? [])
    .sort((a, b) => a.sheet.unit.name.localeCompare(b.sheet.unit.name, 'zh-CN'));
}
