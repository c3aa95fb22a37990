import { maskOf, readIdNumber } from '@jiedui/shared/hours';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { personHash } from '../hours/person-hash';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

/** Of a volunteer's number only the mask and the fingerprint are kept: what was typed goes no further than this. */
export const volunteerHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) Object.assign(row, keptOf(row));
  },
  check: (_trx, values, before) => wrongNumber(values, before),
};

function keptOf({ maskedId, idHash }: Values): Values {
  const id = readIdNumber(String(maskedId ?? ''));
  if (id.kind === 'valid') return { maskedId: maskOf(id.number), idHash: personHash(id.number) };
  if (id.kind === 'masked') return { maskedId: id.masked, idHash: idHash ?? null };
  return { maskedId: null, idHash: null };
}

function wrongNumber(values: Values, before: Values | null): FieldError[] {
  const id = readIdNumber(String(values.maskedId ?? ''));
  if (id.kind === 'wrong') return [fieldError(['maskedId'], 'WRONG_ID_NUMBER')];
  if (id.kind === 'other') {
    const words = {
      zh: '只登记居民身份证号码,其他证件请留空。',
      en: 'Resident identity numbers only; leave it empty for other documents.',
    };
    return [fieldError(['maskedId'], 'WRONG_ID_NUMBER', words)];
  }
  const known = before?.idHash ? before.maskedId : null;
  if (id.kind !== 'masked' || !known || known === id.masked) return [];
  const words = { zh: '改号须填写完整号码。', en: 'To change it, give the whole number.' };
  return [fieldError(['maskedId'], 'WRONG_ID_NUMBER', words)];
}
