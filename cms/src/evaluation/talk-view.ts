import type { Actor } from '@jiedui/shared/access';
import {
  COMPARED_SOURCE,
  mayDisclose,
  othersGiven,
  type Spread,
  spreadsOf,
  talkSubject,
  wasLeft,
} from '@jiedui/shared/round';
import { type Indicator, indicatorsOf } from '@jiedui/shared/rubric';
import type { Entries } from '@jiedui/shared/scoring';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { jsonOf } from '../read/codec';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { countedSheets } from './results';
import { frozenOf } from './summary';

/** Who of a unit's evaluators gave how many points, on every dimension and indicator; the office's alone. */
export async function unitSpread(strapi: Core.Strapi, actor: Actor, roundId: string, unitId: string) {
  const round = await findRecord(modelOf('round'), actor, roundId, { fields: ['frozenHash'] });
  const unit = await findRecord(modelOf('unit'), actor, unitId, { fields: ['name'] });
  if (round.frozenHash === null) throw new Refusal(404, 'NOT_FOUND');
  const { rubric, roster } = await frozenOf(round.id, String(round.frozenHash));
  if (!roster.some(({ documentId }) => documentId === unitId)) throw new Refusal(404, 'NOT_FOUND');
  const sheets = await countedSheets(strapi.db.connection, round.id, unit.id);
  const compared = sheets.filter(({ source }) => source === COMPARED_SOURCE);
  return {
    unit: { documentId: unitId, name: unit.name },
    raters: compared.map(({ evaluatorId, evaluatorName }) => ({
      documentId: evaluatorId,
      displayName: evaluatorName ?? '',
    })),
    spreads: spreadsOf(rubric, compared),
  };
}

/** A talk as one of those asked sees it: the question, the own entries, and of the others what the office shows. */
export async function answerView(strapi: Core.Strapi, actor: Actor, documentId: string) {
  const record = await findRecord(modelOf('moderation-reply'), actor, documentId, {
    fields: ['state', 'entries', 'reason', 'before', 'after', 'rev'],
    populate: {
      unit: { fields: ['name'] },
      evaluator: { fields: ['displayName'] },
      moderation: { fields: ['name', 'code', 'question', 'disclose', 'state', 'outcome'] },
    },
  });
  const { unit, evaluator, moderation, ...reply } = record as typeof record & {
    unit: object;
    evaluator: { documentId: string };
    moderation: { documentId: string; code: string; disclose: boolean | null };
  };
  const [row] = await reader().all(
    `SELECT o.id, o.state, o.frozen_hash, r.unit_id, m.spread, e.entries, e.state AS sheet_state
     FROM moderation_replies r JOIN rounds o ON o.id = r.round_id
     JOIN moderations m ON m.id = r.moderation_id JOIN evaluations e ON e.id = r.evaluation_id WHERE r.id = ?`,
    [record.id],
  );
  const left = evaluator.documentId === actor.documentId && wasLeft(row?.sheet_state);
  if (!row || left) throw new Refusal(404, 'NOT_FOUND');
  const { rubric } = await frozenOf(Number(row.id), String(row.frozen_hash));
  const subject = talkSubject(rubric, moderation.code);
  const indicators: Indicator[] = indicatorsOf(rubric)
    .map(({ indicator }) => indicator)
    .filter(({ code }) => subject?.indicators.includes(code));
  const sheet = jsonOf<Entries | null>(row.entries) ?? {};
  const own = Object.fromEntries(indicators.map(({ code }) => [code, sheet[code] ?? null]));
  const states = moderation.disclose ? await sheetStates(strapi, row) : ['draft'];
  const spread = jsonOf<Spread | null>(row.spread);
  return {
    reply,
    unit,
    evaluator,
    moderation,
    round: { state: row.state },
    indicators,
    own,
    others:
      spread && mayDisclose(moderation.disclose, states)
        ? { max: spread.max, given: othersGiven(spread.given, evaluator.documentId, moderation.documentId) }
        : null,
  };
}

async function sheetStates(strapi: Core.Strapi, row: Record<string, unknown>): Promise<unknown[]> {
  const rows = await strapi.db
    .connection('evaluations')
    .where({ round_id: row.id, unit_id: row.unit_id, source: COMPARED_SOURCE })
    .select('state');
  return rows.map(({ state }) => state);
}
