import { randomInt } from 'node:crypto';
import bcrypt from 'bcryptjs';
import { reader } from '../read/reader';
import { Refusal } from './errors';

const ROUNDS = 10;
const SHORTEST = 10;

// Without the letters and digits that are mistaken for each other on paper.
const READABLE = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A random password that can be read out and typed: 14 characters, about 80 bits. */
export function newPassword(): string {
  return Array.from({ length: 14 }, () => READABLE[randomInt(READABLE.length)]).join('');
}

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, ROUNDS);

/** Refuses a new password that is too short or the old one. bcrypt reads 72 bytes: longer ones are refused too. */
export function requireGoodPassword(password: string, current: string): void {
  const bytes = Buffer.byteLength(password);
  if ([...password].length < SHORTEST || bytes > 72) throw new Refusal(400, 'PASSWORD_TOO_SHORT');
  if (password === current) throw new Refusal(400, 'PASSWORD_SAME');
}

export type Account = { id: number; documentId: string; rev: number; blocked: boolean };

// Compared where there is no such account, so that the answer takes as long and tells nothing.
const NOBODY = bcrypt.hashSync('nobody', ROUNDS);

/** The account of a name and password, or null. */
export async function findAccount(username: string, password: string): Promise<Account | null> {
  const [row] = await reader().all(
    'SELECT id, document_id, rev, password, blocked FROM up_users WHERE username = ? AND provider = ?',
    [username, 'local'],
  );
  const matches = await bcrypt.compare(password, String(row?.password ?? NOBODY));
  if (!row || !matches) return null;
  const { id, document_id: documentId, rev, blocked } = row;
  return {
    id: Number(id),
    documentId: String(documentId),
    rev: Number(rev),
    blocked: blocked === true || blocked === 1,
  };
}
