import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '@jiedui/shared/access';
import { type DayRange, dayInChinese, dayOf } from '@jiedui/shared/calendar';
import { csvLine, pathPart } from '@jiedui/shared/selection';
import JSZip from 'jszip';
import { clock } from '../clock';
import {
  annexMark,
  empty,
  heading,
  officialDocument,
  smallPrint,
  table,
  text,
  title,
} from '../evaluation/official-document';
import { unitReport } from '../evaluation/unit-report';
import type { Report } from '../made-files/job';
import { hourTotals } from './hour-totals';
import { reportFiles, sha256OfFile } from './pack-files';
import { ledgerSheets, ledgerWorkbook } from './pack-ledger';
import { packRecords } from './pack-records';

export type PackUnit = { id: number; documentId: string; name: string };

type Line = { path: string; bytes: number; sha256: string };

/** Makes a unit's pack for a selection: its results, ledgers and papers, and a list of all files with their hashes. */
export async function writePack(
  file: string,
  actor: Actor,
  unit: PackUnit,
  days: DayRange,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const records = await packRecords(actor, unit.documentId, days);
  const { files, left } = await reportFiles(records.reports);
  const total = records.results.records.length + files.length + 2;
  const zip = new JSZip();
  const lines: Line[] = [];
  const step = () => {
    signal.throwIfAborted();
    report({ done: lines.length, total });
  };
  const add = (name: string, content: Buffer) => {
    zip.file(name, content);
    lines.push({
      path: name,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    step();
  };
  step();
  for (const [at, result] of records.results.records.entries()) {
    const paper = await unitReport(actor, result.documentId);
    add(`测评结果/${String(at + 1).padStart(2, '0')}-${pathPart(paper.name)}`, paper.content);
  }
  const sheets = ledgerSheets(records, await hourTotals(actor, unit.id, days, records.activities));
  add('台账.xlsx', await ledgerWorkbook(sheets));
  for (const one of files) {
    zip.file(one.path, createReadStream(one.file), { compression: 'STORE' });
    lines.push({ path: one.path, bytes: one.bytes, sha256: await sha256OfFile(one.file) });
    step();
  }
  add('封面和目录.docx', await coverDocument(unit, days, sheets, lines, left));
  zip.file('清单.csv', listOf(lines));
  const options = { type: 'nodebuffer', streamFiles: true, compression: 'DEFLATE' } as const;
  await pipeline(zip.generateNodeStream(options), createWriteStream(file, { mode: 0o600 }), { signal });
}

/** Excel reads the Chinese of a CSV file only with this mark before it. */
const MARK = '\uFEFF';

const listOf = (lines: readonly Line[]): string =>
  MARK +
  csvLine(['序号', '文件', '字节数', 'SHA-256']) +
  lines.map(({ path, bytes, sha256 }, at) => csvLine([at + 1, path, bytes, sha256])).join('');

function coverDocument(
  { name }: PackUnit,
  { from, to }: DayRange,
  sheets: ReturnType<typeof ledgerSheets>,
  lines: readonly Line[],
  left: number,
): Promise<Buffer> {
  const notes = sheets.flatMap(({ name: sheet, note }) => (note ? [`“${sheet}”：${note}`] : []));
  const missing = left > 0 ? [`报送附件中有${left}个因过大或已不在，未列入。`] : [];
  return officialDocument(`${name}文明单位（校园）评选佐证材料`, [
    title('文明单位（校园）评选佐证材料'),
    empty(),
    text(`单位：${name}`),
    text(`起止日期：${dayInChinese(from)}至${dayInChinese(to)}`),
    text(`生成日期：${dayInChinese(dayOf(clock().now()))}`),
    empty(),
    heading('一、台账'),
    table(
      [
        { words: '工作表', percent: 60, left: true },
        { words: '条数', percent: 40 },
      ],
      sheets.map(({ name: sheet, rows }) => [sheet, String(rows.length)]),
    ),
    empty(),
    heading('二、说明'),
    text(
      '本材料由系统按记录生成，内容以系统记录为准；每个文件的校验值（SHA-256）列于“清单.csv”，改动后校验值即不相符。',
    ),
    ...[...notes, ...missing].map((words) => text(words)),
    annexMark('文件目录'),
    empty(),
    table(
      [
        { words: '序号', percent: 14 },
        { words: '文件', percent: 86, left: true },
      ],
      lines.map(({ path }, at) => [String(at + 1), path]),
    ),
    smallPrint('另有：封面和目录.docx、清单.csv。'),
  ]);
}
