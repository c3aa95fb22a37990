import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

const TEXT = /\.(js|css|html|svg|json|txt)$/;
const WORTH_IT = 1024;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Lays a .br and a .gz beside every text file of a built folder, so that the server compresses nothing itself. */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name));
  await Promise.all(files.map((entry) => compressFile(path.join(entry.parentPath, entry.name))));
}

async function compressFile(file) {
  const content = await readFile(file);
  if (content.length < WORTH_IT) return;
  const [small, smaller] = await Promise.all([gz(content, { level: 9 }), brotli(content, QUALITY)]);
  await Promise.all([writeFile(`${file}.gz`, small), writeFile(`${file}.br`, smaller)]);
}
