import { ERROR_TEXT, type ErrorCode } from '../text/errors';
import type { Words } from '../text/words';
import type { Attribute } from './attribute';
import { findUnstorable, isStorable } from './storable';

/** What is wrong with one field: where, a stable code, and words that say the way out. */
export type FieldError = { path: (string | number)[]; code: ErrorCode; message: Words };

const DEFAULT_TEXT_LIMIT = 255;
const LONG_TEXT_LIMIT = 100_000;
const JSON_LIMIT = 1_000_000;
/** No content of ours nests deeper than about ten; thousands of levels would end in a stack overflow. */
const JSON_DEPTH = 40;
/** What bcrypt reads of a password, in bytes; more would be cut off without a word. */
const PASSWORD_LIMIT = 72;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const UID = /^[A-Za-z0-9\-_.~]+$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A field error with the words of its code, or with more exact ones. */
export function fieldError(path: FieldError['path'], code: ErrorCode, message?: Words): FieldError {
  return { path, code, message: message ?? ERROR_TEXT[code] };
}

/**
 * Checks one value against its attribute. Returns null when it is right.
 * Empty (null, undefined, '') is only wrong where the attribute is required.
 */
export function checkValue(attribute: Attribute, value: unknown): { code: ErrorCode; message: Words } | null {
  if (value === null || value === undefined || value === '') {
    return attribute.required ? { code: 'REQUIRED', message: ERROR_TEXT.REQUIRED } : null;
  }
  return checkFilled(attribute, value);
}

function checkFilled(attribute: Attribute, value: unknown): { code: ErrorCode; message: Words } | null {
  switch (attribute.type) {
    case 'string':
      return checkText(attribute, value, DEFAULT_TEXT_LIMIT);
    case 'email':
      return checkForm(
        attribute,
        value,
        EMAIL,
        '邮箱地址,如 name@example.cn',
        'an address such as name@example.cn',
      );
    case 'uid':
      return checkForm(attribute, value, UID, '字母、数字和 - _ . ~', 'letters, digits and - _ . ~');
    case 'password':
      return checkText({ ...attribute, minLength: attribute.minLength ?? 8 }, value, PASSWORD_LIMIT);
    case 'text':
    case 'richtext':
      return checkText(attribute, value, LONG_TEXT_LIMIT);
    case 'integer':
      return checkNumber(attribute, value, true);
    case 'float':
    case 'decimal':
      return checkNumber(attribute, value, false);
    case 'biginteger':
      return checkBigInteger(attribute, value);
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong('是或否', 'yes or no');
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? null
        : wrong('日期,如 2022-07-18', 'a day such as 2022-07-18');
    case 'datetime':
    case 'timestamp':
      return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : wrong('日期和时间', 'a date with time');
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?$/.test(String(value))
        ? null
        : wrong('时间', 'a time');
    case 'enumeration':
      return attribute.enum?.includes(value as string)
        ? null
        : { code: 'NOT_AN_OPTION', message: ERROR_TEXT.NOT_AN_OPTION };
    case 'relation':
      return typeof value === 'string' ? null : wrong('从列表中选择', 'a choice from the list');
    case 'json':
    case 'blocks':
      return checkJson(value);
    default:
      return null;
  }
}

/** Whether a text is a real day of the calendar: 2023-02-30 is not. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

const UNSTORABLE = { code: 'BAD_CHARACTERS', message: ERROR_TEXT.BAD_CHARACTERS } as const;

function wrong(zh: string, en: string) {
  return { code: 'WRONG_TYPE' as const, message: { zh: `应为${zh}。`, en: `Should be ${en}.` } };
}

function checkText(attribute: Attribute, value: unknown, limit: number) {
  if (typeof value !== 'string') return wrong('文字', 'text');
  if (!isStorable(value)) return UNSTORABLE;
  const most = attribute.maxLength ?? limit;
  const length = [...value].length;
  if (length > most) {
    return {
      code: 'TOO_LONG' as const,
      message: {
        zh: `最多 ${most} 个字,现有 ${length} 个。`,
        en: `At most ${most} characters; it has ${length}.`,
      },
    };
  }
  if (attribute.minLength && length < attribute.minLength) {
    const least = attribute.minLength;
    return {
      code: 'OUT_OF_RANGE' as const,
      message: { zh: `至少 ${least} 个字。`, en: `At least ${least} characters.` },
    };
  }
  return fitsPattern(attribute.regex, value) ? null : wrong('规定格式', 'the given form');
}

/** An office's pattern that cannot be read refuses nothing: it is refused where the model is changed. */
function fitsPattern(pattern: string | undefined, value: string): boolean {
  if (!pattern) return true;
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}

function checkForm(attribute: Attribute, value: unknown, form: RegExp, zh: string, en: string) {
  const found = checkText(attribute, value, DEFAULT_TEXT_LIMIT);
  return found ?? (form.test(String(value)) ? null : wrong(zh, en));
}

/** It travels as text; no larger than both databases and JavaScript hold exactly. */
function checkBigInteger(attribute: Attribute, value: unknown) {
  const exact = typeof value === 'string' || Number.isSafeInteger(value);
  if (!exact || !/^-?\d{1,19}$/.test(String(value))) return wrong('整数', 'a whole number');
  const number = BigInt(String(value));
  const min = BigInt(attribute.min ?? Number.MIN_SAFE_INTEGER);
  const max = BigInt(attribute.max ?? Number.MAX_SAFE_INTEGER);
  return number < min || number > max ? outOfRange(String(min), String(max)) : null;
}

function checkNumber(attribute: Attribute, value: unknown, whole: boolean) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('数字', 'a number');
  if (whole && !Number.isSafeInteger(value)) return wrong('整数', 'a whole number');
  // A whole number has four bytes; a decimal eight digits before the point.
  const [least, most] = whole ? [-2147483648, 2147483647] : [-99_999_999.99, 99_999_999.99];
  const min = attribute.min === undefined ? least : Number(attribute.min);
  const max = attribute.max === undefined ? most : Number(attribute.max);
  if (value < min || value > max) return outOfRange(min, max);
  // The column keeps two digits: a third would be rounded away without a word.
  if (attribute.type === 'decimal' && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6)
    return wrong('最多两位小数的数字', 'a number with at most two decimals');
  return null;
}

function outOfRange(min: number | string, max: number | string) {
  return {
    code: 'OUT_OF_RANGE' as const,
    message: { zh: `应在 ${min} 到 ${max} 之间。`, en: `Should be between ${min} and ${max}.` },
  };
}

function checkJson(value: unknown) {
  if (typeof value !== 'object' || isTooDeep(value, JSON_DEPTH))
    return wrong('结构化内容', 'structured content');
  if (findUnstorable(value)) return UNSTORABLE;
  return JSON.stringify(value).length > JSON_LIMIT
    ? { code: 'TOO_LONG' as const, message: ERROR_TEXT.TOO_LONG }
    : null;
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}
