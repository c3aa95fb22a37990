import { VENUE_KINDS, type VenueKind, venueKindSchema } from '@jiedui/shared/activity';
import { fromColumn } from '../read/codec';
import { findModel } from '../read/model';
import { reader } from '../read/reader';

/** The venue kinds of the newest programme, or the list to start from while there is none. */
export async function venueKinds(): Promise<readonly VenueKind[]> {
  const model = findModel('programme');
  const column = model?.columns.get('venueKinds');
  if (!model || !column) return VENUE_KINDS;
  const [row] = await reader().all(
    `SELECT ${column.column} AS kinds FROM ${model.table} ORDER BY id DESC LIMIT 1`,
    [],
  );
  const kinds = venueKindSchema
    .array()
    .nonempty()
    .safeParse(row ? fromColumn(column.attribute, row.kinds) : null);
  return kinds.success ? kinds.data : VENUE_KINDS;
}
