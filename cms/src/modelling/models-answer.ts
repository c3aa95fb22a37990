import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Role } from '@jiedui/shared/access';
import { modelsFor } from './described';

type Answer = { etag: string; body: Buffer; gzipped: Buffer };

const compress = promisify(gzip);
/** The last answer of each role: it is asked for again while a form is open, and seldom differs. */
const answers = new Map<Role, Answer>();

/**
 * The description of the models for a role as it is sent, plain and compressed. Its tag is made from all of it:
 * the words of the program's own types change with the program, not with the office's model.
 */
export async function modelsAnswer(role: Role): Promise<Answer> {
  const body = Buffer.from(JSON.stringify({ data: modelsFor(role), meta: {} }));
  const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  const last = answers.get(role);
  if (last?.etag === etag) return last;
  const answer = { etag, body, gzipped: await compress(body) };
  answers.set(role, answer);
  return answer;
}
