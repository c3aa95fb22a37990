import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type ImportPlan, type PlannedRow, ROW_KINDS, type RowKind } from '@jiedui/shared/workbook';
import { readEnvironment } from '../environment';

/** Wrong rows first: they are what a person looks for. */
export const READING_ORDER: readonly RowKind[] = ['wrong', 'changed', 'new', 'unchanged'];

const LINES_A_WRITE = 500;
const OWNER_ONLY = { mode: 0o600 } as const;

const folder = (id: string) => path.join(readEnvironment().dataDir, 'imports', id);
const rowsFile = (id: string, sheet: number, kind: RowKind) =>
  path.join(folder(id), `${sheet}.${kind}.ndjson`);
const accountsFile = (id: string) => path.join(folder(id), 'accounts.json');

/** Where an uploaded workbook stays until it is imported or given up: it may have to be checked again. */
export const uploadFile = (id: string): string => path.join(folder(id), 'upload.xlsx');

export async function makeFolder(id: string): Promise<void> {
  await mkdir(folder(id), { recursive: true, mode: 0o700 });
}

export async function removeFolder(id: string): Promise<void> {
  await rm(folder(id), { recursive: true, force: true });
}

/** Keeps a plan's rows as lines, a file for each sheet and kind, in small portions: a page is read without the rest. */
export async function writeRows(id: string, plan: ImportPlan, signal: AbortSignal): Promise<void> {
  for (const [index, { rows }] of plan.sheets.entries()) {
    for (const kind of ROW_KINDS) {
      const some = rows.filter((row) => row.kind === kind);
      for (let start = 0; start < some.length; start += LINES_A_WRITE) {
        signal.throwIfAborted();
        const lines = some.slice(start, start + LINES_A_WRITE).map((row) => `${JSON.stringify(row)}\n`);
        await appendFile(rowsFile(id, index, kind), lines.join(''), OWNER_ONLY);
      }
    }
  }
}

/** The rows of one sheet and kind, from the file's beginning; nothing when there are none. */
export async function* readRows(id: string, sheet: number, kind: RowKind): AsyncGenerator<PlannedRow> {
  const input = createReadStream(rowsFile(id, sheet, kind));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) if (line !== '') yield JSON.parse(line) as PlannedRow;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    lines.close();
    input.destroy();
  }
}

/** First passwords of created accounts. They are kept only until they are fetched. */
export async function writeAccounts(id: string, accounts: readonly object[]): Promise<void> {
  await writeFile(accountsFile(id), JSON.stringify(accounts), OWNER_ONLY);
}

/** The first passwords, once: null when they were fetched before or there are none. */
export async function takeAccounts(id: string): Promise<{ username: string; password: string }[] | null> {
  try {
    const text = await readFile(accountsFile(id), 'utf8');
    await rm(accountsFile(id));
    return JSON.parse(text) as { username: string; password: string }[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
