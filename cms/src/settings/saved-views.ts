import { fieldError } from '@jiedui/shared/model';
import { allModels } from '../read/model';
import type { Hooks } from '../write/hooks';

const MOST_KEYS = 40;
const LONGEST = 2_000;

/** A view is a list with its address state: nothing in it is executed, and nothing else is kept in it. */
export const savedViewHooks: Hooks = {
  check: (_trx, values) => [
    ...(allModels().some(({ plural }) => plural === values.path)
      ? []
      : [fieldError(['path'], 'NOT_AN_OPTION')]),
    ...(isQuery(values.query) ? [] : [fieldError(['query'], 'WRONG_TYPE')]),
    ...(isNames(values.columns) ? [] : [fieldError(['columns'], 'WRONG_TYPE')]),
  ],
};

function isQuery(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_KEYS &&
    entries.every(([, one]) => typeof one === 'string' && one.length <= LONGEST)
  );
}

function isNames(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return Array.isArray(value) && value.length <= MOST_KEYS && value.every((one) => typeof one === 'string');
}
