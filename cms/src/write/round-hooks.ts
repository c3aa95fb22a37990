import { type FieldError, fieldError } from '@jiedui/shared/model';
import { readWindows, windowProblems } from '@jiedui/shared/round';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

/** The windows of a round's sources lie within the round, and the days that it judges are in their order. */
export const roundHooks: Hooks = {
  check(_trx, values) {
    const windows = readWindows(values.windows);
    if (!windows) return [fieldError(['windows'], 'WRONG_TYPE')];
    const days = { opensOn: String(values.opensOn), closesOn: String(values.closesOn) };
    const outside = windowProblems(windows, days).map(({ source, words }) =>
      fieldError(['windows', source], 'OUT_OF_RANGE', words),
    );
    return [...outside, ...misordered(values)];
  },
};

const MISORDERED = { zh: '不得早于取数起始日期。', en: 'It cannot be before the first day.' };

const misordered = ({ judgesFrom, judgesTo }: Values): FieldError[] =>
  judgesFrom && judgesTo && String(judgesTo) < String(judgesFrom)
    ? [fieldError(['judgesTo'], 'OUT_OF_RANGE', MISORDERED)]
    : [];
