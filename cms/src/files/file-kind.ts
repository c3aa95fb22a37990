import { open } from 'node:fs/promises';

/** How the files that we take begin; what a browser calls a file says nothing about what it is. */
const BEGINNINGS: [type: string, matches: (head: Buffer) => boolean][] = [
  ['image/jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['image/webp', (head) => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'],
  ['application/pdf', (head) => latin(head, 0, 5) === '%PDF-'],
];

const HEAD = 16;

const latin = (head: Buffer, start: number, end: number) => head.toString('latin1', start, end);

/** The type of a file by its first bytes; null for none that we take. */
export async function fileKind(file: string): Promise<string | null> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    return BEGINNINGS.find(([, matches]) => matches(head))?.[0] ?? null;
  } finally {
    await handle.close();
  }
}
