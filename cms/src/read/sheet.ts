import { PassThrough } from 'node:stream';
import ExcelJS from '@protobi/exceljs';
import type { Context } from 'koa';

export type SheetColumn<T> = { header: string; value: (row: T) => unknown };

/** Answers with a workbook of one sheet, written as its rows come. */
export function sendSheet<T>(
  ctx: Context,
  name: string,
  columns: readonly SheetColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): void {
  const stream = new PassThrough();
  ctx.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`);
  ctx.status = 200;
  ctx.body = stream;
  writeRows(stream, name, columns, pages).catch((error: Error) => stream.destroy(error));
}

async function writeRows<T>(
  stream: PassThrough,
  name: string,
  columns: readonly SheetColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  // Excel takes 31 characters, and not all of them.
  const sheet = workbook.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ header }) => ({ header, width: Math.max(12, header.length * 2 + 4) }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow(columns.map(({ value }) => value(row))).commit();
  }
  sheet.commit();
  await workbook.commit();
}
