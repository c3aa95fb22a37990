import { canonicalJson } from '@jiedui/shared/canonical';
import type { ExportRow } from '@jiedui/shared/hours';
import { personHash } from '../person-hash';

/** Who a row is about: a right number is the person; what else stands there is only the same text again. */
export function rowPerson({ id, idText, personName }: ExportRow): string {
  if (id.kind === 'valid') return personHash(id.number);
  return personHash(canonicalJson(['text', personName, id.kind === 'masked' ? id.masked : idText]));
}

/** What makes a row the same row in the next export: activity, person and start. */
export function entryKey(row: ExportRow): string {
  const activity = row.activityNumber || row.activityTitle;
  return personHash(canonicalJson([activity, rowPerson(row), row.startsAt ?? row.startText]));
}
