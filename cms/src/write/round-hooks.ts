import { fieldError } from '@jiedui/shared/model';
import { readWindows, windowProblems } from '@jiedui/shared/round';
import type { Hooks } from './hooks';

/** The windows of a round's sources lie within the round. */
export const roundHooks: Hooks = {
  check(_trx, values) {
    const windows = readWindows(values.windows);
    if (!windows) return [fieldError(['windows'], 'WRONG_TYPE')];
    const days = { opensOn: String(values.opensOn), closesOn: String(values.closesOn) };
    return windowProblems(windows, days).map(({ source, words }) =>
      fieldError(['windows', source], 'OUT_OF_RANGE', words),
    );
  },
};
