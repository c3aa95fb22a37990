import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { SheetRow, SheetRows } from '@jiedui/shared/workbook';
import { checkZip } from './check-zip';
import { LIMITS, UnreadableWorkbook } from './limits';
import { openWorkbook, visibleSheets } from './sheet-rows';

/** What the reading thread tells: the rows a chunk at a time, so that taking them in never blocks others for long. */
export type ReadMessage =
  | { kind: 'sheet'; about: Omit<SheetRows, 'rows'> }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end' }
  | { kind: 'refused'; code: 'FILE_TOO_LARGE' | 'FILE_UNREADABLE' };

const ROWS_A_MESSAGE = 500;

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const tell = (message: ReadMessage) => port.postMessage(message);
  try {
    const file = readFileSync((workerData as { path: string }).path);
    checkZip(file);
    let all = 0;
    for (const { rows, ...about } of visibleSheets(await openWorkbook(file))) {
      all += rows.length;
      if (all > LIMITS.rows) throw new UnreadableWorkbook('FILE_TOO_LARGE');
      tell({ kind: 'sheet', about });
      for (let start = 0; start < rows.length; start += ROWS_A_MESSAGE) {
        tell({ kind: 'rows', rows: rows.slice(start, start + ROWS_A_MESSAGE) });
      }
    }
    tell({ kind: 'end' });
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    tell({ kind: 'refused', code: error.code as 'FILE_TOO_LARGE' | 'FILE_UNREADABLE' });
  }
}

if (parentPort) void main(parentPort);
