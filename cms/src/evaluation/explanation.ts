import type { Actor } from '@jiedui/shared/access';
import { figureValues } from '@jiedui/shared/metric';
import { type ExplainNode, scoreUnit } from '@jiedui/shared/scoring';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { fromReader } from '../read/run';
import { keptFigures } from './refresh-results';
import { countedSheets } from './results';
import { frozenOf } from './summary';

/** How a unit's total came about, down to each sheet's entry and comment; made from the frozen rubric. */
export async function explainUnit(
  strapi: Core.Strapi,
  actor: Actor,
  roundId: string,
  unitId: string,
): Promise<ExplainNode> {
  const round = await findRecord(modelOf('round'), actor, roundId, { fields: ['frozenHash'] });
  const unit = await findRecord(modelOf('unit'), actor, unitId, { fields: ['name'] });
  if (round.frozenHash === null) throw new Refusal(404, 'NOT_FOUND');
  const { rubric, roster } = await frozenOf(round.id, String(round.frozenHash));
  if (!roster.some(({ documentId }) => documentId === unitId)) throw new Refusal(404, 'NOT_FOUND');
  const sheets = await countedSheets(strapi.db.connection, round.id, unit.id);
  const figures = await keptFigures(fromReader, round.id, unit.id);
  return scoreUnit(rubric, sheets, figureValues(figures)).explanation;
}
