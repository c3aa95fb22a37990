import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { createRecords } from '../write/actions';
import type { Values } from '../write/column-values';

const MOST_ROWS = 200;

/** Adds many rows to a site's schedule: all of them or none, each wrong field told by the row's number. */
export async function scheduleBatch(
  strapi: Core.Strapi,
  actor: Actor,
  data: Values,
): Promise<{ created: number }> {
  const { station, rows } = data;
  const isRows = Array.isArray(rows) && rows.length > 0 && rows.every(isObject);
  if (!isRows) throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['rows'], 'REQUIRED')] });
  if (rows.length > MOST_ROWS) {
    const words = { zh: `一次最多 ${MOST_ROWS} 行。`, en: `At most ${MOST_ROWS} rows at once.` };
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['rows'], 'OUT_OF_RANGE', words)] });
  }
  const inputs = rows.map((row) => ({ ...(row as Values), station }));
  const made = await createRecords({ strapi, actor, model: modelOf('schedule-item') }, inputs, ['rows']);
  return { created: made.length };
}

const isObject = (row: unknown): boolean => typeof row === 'object' && row !== null && !Array.isArray(row);
