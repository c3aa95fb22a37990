import type { Actor } from '@jiedui/shared/access';
import {
  COMPARED_SOURCE,
  type Correction,
  correctedInputs,
  correctionProblems,
  statisticsOf,
  type UnitInputs,
} from '@jiedui/shared/round';
import { MACHINES, stepsFrom } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import { jsonOf } from '../read/codec';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { isReady, keepReady } from './amended-statistics';
import { inputsBehind, lastResult } from './last-result';
import { unlessGone } from './ready-statistics';
import { frozenInputs } from './sheet-rubric';
import { trustOfSheets } from './trust';

/**
 * Computes the statistics of a round as an appeal would correct it, in a thread and before the appeal's transaction,
 * as at the signing: whoever else writes would have to wait for it.
 */
export async function readyAmendment(actor: Actor, documentId: string, strapi: Core.Strapi): Promise<void> {
  const found = await findRecord(modelOf('appeal'), actor, documentId, { fields: ['state'] }).catch(
    unlessGone,
  );
  if (!found) return;
  const steps = stepsFrom(MACHINES.appeal, String(found.state), actor.role);
  if (!steps.some(([name]) => name === 'amend')) return;
  const knex = strapi.db.connection;
  const row = await knex('appeals').where({ id: found.id }).first();
  const unitId = Number(row.unit_id);
  const base = await lastResult(knex, row.round_id);
  const { rubric } = await frozenInputs(knex, row.round_id, base.frozenHash);
  const inputs = await inputsBehind(knex, base.id);
  const { document_id: unit } = await knex('units').where({ id: unitId }).first('document_id');
  const own = inputs.get(unit);
  const correction = jsonOf<Correction | null>(row.correction);
  // The step says itself what is wrong.
  if (!own || !correction || correctionProblems(rubric, own, row.indicator, correction).length > 0) return;
  const amendment = { base, unitId, indicator: row.indicator, correction };
  if (isReady(amendment)) return;
  inputs.set(unit, correctedInputs(rubric, own, row.indicator, correction));
  const trust = await trustOfSheets(rubric, base.frozenHash, storedSheets(inputs));
  keepReady(amendment, statisticsOf(trust));
}

const storedSheets = (inputs: ReadonlyMap<string, UnitInputs>) =>
  [...inputs].flatMap(([unit, { sheets }]) =>
    sheets
      .filter(({ source }) => source === COMPARED_SOURCE)
      .map(({ id, evaluatorId, entries, moderated }) => ({
        id,
        unit,
        rater: evaluatorId,
        entries: JSON.stringify(entries),
        moderated: moderated ? JSON.stringify(moderated) : null,
        recused: false,
      })),
  );
