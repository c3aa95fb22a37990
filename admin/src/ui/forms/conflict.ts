import type { Components, Fields } from '../../models/model';
import type { Row } from '../../providers/row';
import type { Conflict } from './conflict-dialog';
import { changedValues, fromControls, toControls } from './form-values';

type Values = Record<string, unknown>;

/** The fields that both sides changed, or the ones changed here when the sides touch nothing in common. */
export function conflictOf(
  fields: Fields,
  base: Row,
  theirs: Row,
  sent: Values,
  components: Components,
): Conflict {
  const theirValues = fromControls(
    fields,
    toControls(fields, Object.keys(sent), theirs, components),
    components,
  );
  const theirChanges = changedValues(fields, base, theirValues, components);
  const both = Object.keys(sent).filter((field) => field in theirChanges);
  return { mine: { ...base, ...sent }, theirs, fields: both.length > 0 ? both : Object.keys(sent) };
}

/**
 * What the controls take over from the other person: every field that was not changed here, so that the next saving
 * does not put it back to what it was, and the fields that were given up.
 */
export function takenOver(
  fields: Fields,
  base: Row,
  theirs: Row,
  controls: Values,
  components: Components,
  givenUp: readonly string[] = [],
): Values {
  const mine = changedValues(fields, base, fromControls(fields, controls, components), components);
  const untouched = Object.keys(controls).filter((name) => !(name in mine));
  return toControls(fields, [...untouched, ...givenUp], theirs, components);
}
