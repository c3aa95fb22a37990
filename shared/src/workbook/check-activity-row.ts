import { checkActivity, type VenueKind } from '../activity';
import { type Day, dayOf } from '../calendar';
import type { Machine } from '../workflow/machine';
import { MACHINES } from '../workflow/machines';
import { type Draft, fail, textOf } from './draft';

/** States that say that the activity has taken place. */
const TAKEN_PLACE = ['held', 'reported', 'verified'];

/** What an activity's row must fulfil beyond its single cells. Only what the row brings is judged. */
export function checkActivityRow(draft: Draft, today: Day, venueKinds: readonly VenueKind[]): void {
  const record = draft.self?.record;
  for (const { field, code, words } of checkActivity({ ...record?.values, ...draft.values }, venueKinds)) {
    if (field in draft.values) fail(draft, field, code, words);
  }
  if (record) return;
  const state = textOf(draft, 'state');
  const startsAt = textOf(draft, 'startsAt');
  if (!state || !startsAt) return;
  if (TAKEN_PLACE.includes(state) && dayOf(startsAt) > today) {
    fail(draft, 'state', 'OUT_OF_RANGE', {
      zh: '尚未到期的活动只能是计划中或已取消',
      en: 'planned or cancelled: the activity has not started yet',
    });
  }
  for (const field of neededFor(MACHINES.activity, state)) {
    if (draft.values[field] === undefined) {
      fail(draft, field, 'REQUIRED', {
        zh: '状态为已报送、已核实的活动必填',
        en: 'required for an activity that is reported or verified',
      });
    }
  }
}

/** Fields that the steps on the shortest way from the first state to this one ask for. */
export function neededFor(machine: Machine, state: string): string[] {
  const ways = new Map<string, string[]>([[machine.initial, []]]);
  for (const [at, needs] of ways) {
    for (const step of Object.values(machine.transitions)) {
      if (step.from.includes(at) && !ways.has(step.to)) ways.set(step.to, [...needs, ...(step.needs ?? [])]);
    }
  }
  return [...new Set(ways.get(state) ?? [])];
}
