import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';
import type { Model } from '../read/model';
import { fieldsOf } from './column-values';

/** A unique index that refused a row becomes DUPLICATE with the fields that make it one. */
export function translateDatabaseError(error: unknown, model: Model): unknown {
  const columns = duplicateColumns(error);
  if (!columns) return error;
  const fields = fieldsOf(model).filter(({ column }) => columns.includes(column));
  return new Refusal(409, 'DUPLICATE', { errors: fields.map(({ name }) => fieldError([name], 'DUPLICATE')) });
}

function duplicateColumns(error: unknown): string[] | null {
  const { code, message = '', detail = '' } = error as { code?: string; message?: string; detail?: string };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') {
    const list = /UNIQUE constraint failed: (.+)$/.exec(message)?.[1] ?? '';
    return list.split(', ').map((name) => name.split('.')[1] ?? '');
  }
  if (code === '23505') {
    return (/Key \((.+?)\)=/.exec(detail)?.[1] ?? '').split(', ').map((name) => name.replace(/"/g, ''));
  }
  return null;
}
