import ExcelJS from '@protobi/exceljs';
import type { Client } from './client';

/** A file of the API as bytes; fails with what the server said. */
export async function download({ url, token }: Client, path: string): Promise<ArrayBuffer> {
  const answer = await fetch(`${url}/api${path}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.arrayBuffer();
}

/** The rows of a workbook's first sheet, empty cells as null. */
export async function workbookRows(bytes: ArrayBuffer): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.worksheets[0];
  const width = sheet?.columnCount ?? 0;
  return (sheet?.getSheetValues() ?? [])
    .slice(1)
    .map((row) => Array.from({ length: width }, (_, at) => (row as unknown[])?.[at + 1] ?? null));
}
