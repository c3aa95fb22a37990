import { type Attribute, isDay } from '@jiedui/shared/model';
import type { Operator } from './query';

const TEXTS = ['string', 'text', 'richtext', 'email', 'uid', 'enumeration', 'json'];
const TEXT_OPERATORS: Operator[] = ['$contains', '$containsi', '$startsWith'];
const LARGEST_INTEGER = 2_147_483_647;

/**
 * Whether a filter's value can stand beside a column of this kind. PostgreSQL refuses what SQLite lets pass
 * (a text beside a number, a NUL anywhere): both must give the same answer.
 */
export function fitsFilter(attribute: Attribute, operator: Operator, value: unknown): boolean {
  if (value === null || operator === '$null' || operator === '$notNull') return true;
  if (typeof value === 'string' && value.includes('\u0000')) return false;
  if (TEXT_OPERATORS.includes(operator)) return TEXTS.includes(attribute.type);
  return comparable(attribute.type, value);
}

function comparable(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return isNumber(value) && Number.isInteger(Number(value)) && Math.abs(Number(value)) <= LARGEST_INTEGER;
    case 'float':
    case 'decimal':
    case 'biginteger':
      return isNumber(value) && Number.isFinite(Number(value));
    case 'boolean':
      return ['true', 'false'].includes(String(value));
    case 'date':
      return isDay(String(value));
    case 'datetime':
      return !Number.isNaN(Date.parse(String(value)));
    case 'json':
    case 'blocks':
      return false;
    default:
      return true;
  }
}

const isNumber = (value: unknown) =>
  value !== '' && typeof value !== 'boolean' && !Number.isNaN(Number(value));
