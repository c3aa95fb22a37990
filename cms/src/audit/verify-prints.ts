import type { Knex } from 'knex';
import { type FilePrint, printOfFile } from '../files/fingerprint';
import { LINKS } from '../files/links';
import type { Finding } from './verify';

const AT_ONCE = 400;

type Report = (finding: Finding) => void;

/** A file as the log took it in, and where: record and field. */
export type PrintedFile = { where: string; name: string; print: FilePrint };

/**
 * Compares files that some record still holds with their prints: their rows, and what lies on the disk, read piece by
 * piece. Returns how many it compared.
 */
export async function verifyPrints(
  knex: Knex,
  dataDir: string,
  printed: ReadonlyMap<string, PrintedFile>,
  report: Report,
): Promise<number> {
  const addresses = [...printed.keys()];
  let compared = 0;
  for (let start = 0; start < addresses.length; start += AT_ONCE) {
    const rows = (await knex('files')
      .whereIn('document_id', addresses.slice(start, start + AT_ONCE))
      .whereIn('id', knex(LINKS).select('file_id'))
      .select('document_id', 'name', 'mime', 'size', 'url', 'formats')) as Row[];
    for (const row of rows) {
      const logged = printed.get(row.document_id);
      const fault = logged && (await faultOf(dataDir, row, logged));
      if (fault) report(changed(logged, row.document_id, fault));
    }
    compared += rows.length;
  }
  return compared;
}

type Row = { document_id: string; name: string; mime: string; size: unknown; url: string; formats: unknown };

/** What of a file is not as it came; null where all is. */
async function faultOf(dataDir: string, row: Row, { name, print }: PrintedFile): Promise<string | null> {
  if (row.name !== name || row.mime !== print.mime || Number(row.size) !== kilobytes(print.size))
    return '名称、类型或大小被改动';
  try {
    const now = await printOfFile(dataDir, row);
    if (now.sha256 !== print.sha256) return '内容被替换';
    return now.thumbnail === print.thumbnail ? null : '缩略图被替换';
  } catch {
    return '文件已丢失或无法读取';
  }
}

/** As Strapi writes a size into its row. */
const kilobytes = (bytes: number): number => Math.round((bytes / 1000) * 100) / 100;

function changed({ where, name }: PrintedFile, address: string, fault: string): Finding {
  const words = `记录 ${where} 的文件“${name}”(编号 ${address})与存入时不符:${fault}。`;
  return { code: 'FILE_CHANGED', where: `${where} ${address}`, words };
}

/** How many files all records hold together: those of them without a print came before prints were kept. */
export async function countHeldFiles(knex: Knex): Promise<number> {
  const row = await knex(LINKS)
    .where((ours) => ours.where('related_type', 'like', 'api::%').orWhere('related_type', 'not like', '%::%'))
    .countDistinct({ n: 'file_id' })
    .first();
  return Number(row?.n ?? 0);
}
