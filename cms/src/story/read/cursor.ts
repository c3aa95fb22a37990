import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../../guard/errors';
import { reader } from '../../read/reader';
import type { Head } from './head';
import type { Scope } from './request';

/** How cursors of this form begin. */
const VERSION = 2;
const CURSOR = /^2:([\w-]{12}):(\d{1,15}):([*\d.]+)$/;

const scopeText = (scope: Scope): string => (scope === 'all' ? '*' : scope.join('.'));

/** The cursor of a place in the order of changes: opaque to those who keep it. */
export const cursorAt = (position: number, { epoch }: Head, scope: Scope): string =>
  Buffer.from(`${VERSION}:${epoch}:${position}:${scopeText(scope)}`).toString('base64url');

const WORDS = {
  zh: '游标无效,请不带游标从头同步。',
  en: 'The cursor is not usable; start anew without one.',
};

const unusable = (): Refusal =>
  new Refusal(400, 'CURSOR_UNUSABLE', {
    errors: [fieldError(['cursor'], 'CURSOR_UNUSABLE', WORDS)],
  });

/**
 * The place that a cursor names. One from before the columns of the token were changed is refused, because what lies
 * before it has never been told; and so is one of a history that a restored database knows nothing of.
 */
export async function positionOf(cursor: string, scope: Scope, head: Head): Promise<number> {
  const [, epoch = '', digits, columns] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const position = Number(digits);
  if (digits === undefined || columns !== scopeText(scope)) throw unusable();
  const last = epoch === head.epoch ? head.position : await lastPlaceOf(epoch);
  if (last === null || position > last) throw unusable();
  return position;
}

/** The last place of a history that is over, where the next one begins; null for one that is not known. */
async function lastPlaceOf(epoch: string): Promise<number | null> {
  const [row] = await reader().arrays(
    `SELECT (SELECT n.position FROM released_epochs n WHERE n.id > e.id ORDER BY n.id LIMIT 1)
     FROM released_epochs e WHERE e.name = ?`,
    [epoch],
  );
  const last = row?.[0];
  return last === null || last === undefined ? null : Number(last);
}
