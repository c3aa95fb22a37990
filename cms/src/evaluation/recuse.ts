import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Effects, StepContext } from '../guard/steps';
import { modelOf } from '../read/model';
import { insertRecords } from '../write/store';
import { refreshResult } from './refresh-results';
import { openRound } from './sheet-rubric';
import { refuseTold } from './told-case';

const pairOf = ({ stored: { values } }: StepContext) => ({
  evaluator_id: Number(values.evaluator),
  unit_id: Number(values.unit),
});

/** A sheet goes back to its evaluator only when their recusal has been taken off the list. */
export async function recusalGate(step: StepContext): Promise<FieldError[]> {
  const stands = await step.trx('recusals').where(pairOf(step)).first('id');
  return stands ? [fieldError(['evaluator'], 'RECUSAL', STANDS)] : [];
}

const STANDS = {
  zh: '对该单位的回避申明仍在,请先在“回避”中删除。',
  en: 'The recusal still stands; take it off “Recusals” first.',
};

export const recusalEffects: Effects = {
  /** Keeps the recusal for later rounds too, so that nobody is planned for a unit that they may not score. */
  async recuse(step) {
    const { trx, actor, reason, stored } = step;
    await openRound(trx, stored.values.round);
    const after = async () => {
      if (!(await trx('recusals').where(pairOf(step)).first('id'))) {
        const { evaluator, unit, example } = stored.values;
        const values = { evaluator, unit, reason, example };
        await insertRecords(trx, modelOf('recusal'), [{ values }], { actor, action: 'create' });
      }
      await tellReaders(step);
    };
    return { after };
  },
  /** Nobody is asked for the sheet any more; what the round froze and what was filled in stay on file. */
  async withdraw(step) {
    await openRound(step.trx, step.stored.values.round);
    return { after: () => tellReaders(step) };
  },
  async reinstate(step) {
    await openRound(step.trx, step.stored.values.round);
    await refuseTold(step.trx, step.stored.values.round);
    return { after: () => tellReaders(step) };
  },
};

/** The sheet did not count and does not: but what is covered changes, which readers see by the round's version. */
const tellReaders = ({ trx, stored }: StepContext) =>
  refreshResult(trx, Number(stored.values.round), Number(stored.values.unit));
