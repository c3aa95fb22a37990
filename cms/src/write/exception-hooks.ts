import { fieldError } from '@jiedui/shared/model';
import { exceptionRulesSchema } from '@jiedui/shared/programme';
import { touchExceptions } from '../ledger/touched';
import type { Hooks } from './hooks';

const MISORDERED = {
  zh: '结束日期不得早于开始日期。',
  en: 'The last day cannot be before the first.',
};

/** Whoever writes an exception changes the ledger of those whom it concerns. */
export const exceptionHooks: Hooks = {
  check: (_trx, { rules, startsOn, endsOn }) => [
    ...(exceptionRulesSchema.safeParse(rules ?? []).success ? [] : [fieldError(['rules'], 'WRONG_TYPE')]),
    ...(startsOn && endsOn && String(startsOn) > String(endsOn)
      ? [fieldError(['endsOn'], 'OUT_OF_RANGE', MISORDERED)]
      : []),
  ],
  async inserted(trx) {
    touchExceptions(trx);
  },
  async updated(trx) {
    touchExceptions(trx);
  },
  deleted: (trx) => touchExceptions(trx),
};
