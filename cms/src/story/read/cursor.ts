import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../../guard/errors';
import type { Scope } from './request';

/** How cursors of this form begin. */
const VERSION = 1;

const scopeText = (scope: Scope): string => (scope === 'all' ? '*' : scope.join('.'));

/** The cursor of a place in the order of changes: opaque to those who keep it. */
export const cursorAt = (position: number, scope: Scope): string =>
  Buffer.from(`${VERSION}:${position}:${scopeText(scope)}`).toString('base64url');

const WORDS = {
  zh: '游标无效,请不带游标从头同步。',
  en: 'The cursor is not usable; start anew without one.',
};

const unusable = (): Refusal =>
  new Refusal(400, 'CURSOR_UNUSABLE', {
    errors: [fieldError(['cursor'], 'CURSOR_UNUSABLE', WORDS)],
  });

/**
 * The place that a cursor names. One from before the columns of the token were changed is refused: what lies before it
 * has never been told.
 */
export function positionOf(cursor: string, scope: Scope, head: number): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, position] = /^1:(\d{1,15}):[*\d.]+$/.exec(text) ?? [];
  if (position === undefined || Number(position) > head) throw unusable();
  if (cursorAt(Number(position), scope) !== cursor) throw unusable();
  return Number(position);
}
