import { type Actor, mayReadField } from '@jiedui/shared/access';
import {
  acceptsEvidence,
  COMPARED_SOURCE,
  type Correction,
  correctedInputs,
  correctionProblems,
  isUnderReview,
  lettered,
  OWN_FIGURE,
  ownFigureKey,
  type Place,
  replayOutcome,
  type UnitInputs,
  type UnitOutcome,
  wasAmended,
} from '@jiedui/shared/round';
import { findIndicator, type Indicator, judges, type Rubric, type SourceCode } from '@jiedui/shared/rubric';
import type { Entry } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { jsonOf } from '../read/codec';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { appealedResult, refusalNow, reviewCandidates } from './appeal-facts';
import type { Frozen } from './frozen';
import { inputsBehind, type LastResult, lastResult } from './last-result';
import { frozenInputs } from './sheet-rubric';
import { shownPlace } from './shown-place';

/** One sheet's entry of the indicator: as it was judged and, once decided or weighed, as it is to be. */
type CaseSheet = {
  id: string;
  name: string;
  source: SourceCode;
  before: Entry | null;
  after: Entry | null;
};

/** What an amendment does to the unit: its own place before and after, and how many others change rank. */
type Effect = {
  before: Place & { points: string | null };
  after: Place & { points: string | null };
  others: number;
};

/** An appeal with what it is decided on. Evaluators are lettered: who judged is nothing to the case. */
export type AppealCase = {
  /** The revision of the appeal that it is the case of. */
  rev: number;
  indicator: Indicator;
  sheets: CaseSheet[];
  /** Null where nothing is put in place of the old scores. */
  effect: Effect | null;
  /** The words of the decision, once it has been made. */
  decision: string | null;
  /** Why a draft cannot be filed any more; null when it can, and of what has been filed. */
  refused: Words | null;
};

/** By the address of a sheet, the letters of two results could be joined: it is for those who correct by it. */
const withoutAddress = (sheet: CaseSheet): CaseSheet => ({ ...sheet, id: sheet.name });

type Weighed = { indicator: Indicator; correction: Correction | null };

type Row = {
  id: number;
  rev: number;
  round_id: number;
  unit_id: number;
  unit_result_id: number;
  indicator: string;
  state: string;
};

/**
 * The case of an appeal as whoever may read it sees it. What is being weighed is shown to those who weigh it; the unit
 * reads the decision when it has been made.
 */
export async function appealCase(strapi: Core.Strapi, actor: Actor, id: string): Promise<AppealCase> {
  const knex = strapi.db.connection;
  const record = await findRecord(modelOf('appeal'), actor, id, { fields: ['state'] });
  const row = await knex('appeals').where({ id: record.id }).first();
  const weighing = isUnderReview(row.state);
  const seen = row.decided_at !== null || mayReadField(actor.role, 'appeal', 'correction');
  const correction = seen ? jsonOf<Correction | null>(row.correction) : null;
  const base = await baseOf(knex, row);
  const frozen = await frozenInputs(knex, row.round_id, base.frozenHash);
  const unit = (await knex('units').where({ id: row.unit_id }).first('document_id')).document_id;
  const [own] = (await inputsBehind(knex, base.id, row.unit_id)).values();
  const indicator = findIndicator(frozen.rubric, row.indicator);
  if (!own || !indicator) throw new Error(`An appeal without its ground in the result: ${id}`);
  const applies = correction !== null && isSound(frozen, own, row, correction, weighing);
  const sheets = sheetsOf(frozen.rubric, own, base, { indicator, correction: applies ? correction : null });
  const weighs = mayReadField(actor.role, 'appeal', 'correction');
  return {
    indicator,
    rev: Number(row.rev),
    sheets: weighs ? sheets : sheets.map(withoutAddress),
    effect: applies ? await effectOf(knex, { frozen, base, unit, row }, correction) : null,
    decision: seen ? row.decision : null,
    refused: acceptsEvidence(row.state) ? await refusalOf(knex, row) : null,
  };
}

async function refusalOf(knex: Knex, { unit_result_id }: Row): Promise<Words | null> {
  const appealed = await appealedResult(knex, unit_result_id);
  return appealed && refusalNow(appealed);
}

/** The result that the appeal was decided on, or that it would be decided on now. */
async function baseOf(knex: Knex, row: Row & { result_id: number | null }): Promise<LastResult> {
  if (row.result_id === null) return lastResult(knex, row.round_id);
  const made = await knex('results').where({ id: row.result_id }).first('number');
  return lastResult(knex, row.round_id, Number(made.number));
}

/** A correction takes effect by an amendment alone; a draft of one must at least make sense. */
function isSound({ rubric }: Frozen, own: UnitInputs, row: Row, correction: Correction, weighing: boolean) {
  if (!weighing) return wasAmended(row.state);
  return correctionProblems(rubric, own, row.indicator, correction).length === 0;
}

/** What counted for the indicator: the sheets that judge it, or a figure that the unit itself holds. */
function sheetsOf(
  rubric: Rubric,
  own: UnitInputs,
  base: LastResult,
  { indicator, correction }: Weighed,
): CaseSheet[] {
  const figure = ownFigureKey(rubric, own, indicator.code);
  const after = (id: string) => correction?.[id] ?? null;
  if (figure !== null) {
    const source = rubric.sources.find(({ code }) => judges(code, indicator))?.code ?? COMPARED_SOURCE;
    const value = own.metrics[figure];
    const before = value === null || value === undefined ? null : { value };
    return [{ id: OWN_FIGURE, name: '系统取数', source, before, after: after(OWN_FIGURE) }];
  }
  // Lettered before the others are left out: the letters are those of the result's page.
  return lettered(own.sheets, ({ id }) => id, base.inputsHash)
    .filter(({ item }) => judges(item.source, indicator))
    .map(({ letter, item: { id, source, entries } }) => ({
      id,
      name: `测评员${letter}`,
      source,
      before: entries[indicator.code] ?? null,
      after: after(id),
    }));
}

type Grounds = { frozen: Frozen; base: LastResult; unit: string; row: Row };

const effects = new LRUCache<string, Effect>({ max: 100 });

/** Computing a round twice is not for every reader: the same case on the same result has one effect. */
async function effectOf(knex: Knex, grounds: Grounds, correction: Correction): Promise<Effect> {
  const key = `${grounds.base.id} ${grounds.row.id} ${grounds.row.rev}`;
  const known = effects.get(key);
  if (known) return known;
  const effect = await computeEffect(knex, grounds, correction);
  effects.set(key, effect);
  return effect;
}

async function computeEffect(
  knex: Knex,
  { frozen, base, unit, row }: Grounds,
  correction: Correction,
): Promise<Effect> {
  const inputs = await inputsBehind(knex, base.id);
  const before = replayOutcome(frozen, inputs);
  const own = inputs.get(unit);
  if (!own) throw new Error('A published result without its inputs');
  inputs.set(unit, correctedInputs(frozen.rubric, own, row.indicator, correction));
  const after = replayOutcome(frozen, inputs);
  const ranks = new Map(before.map((one) => [one.unit, one.rank]));
  const others = after.filter((one) => one.unit !== unit && ranks.get(one.unit) !== one.rank);
  const placeOf = (units: UnitOutcome[]) => placeIn(frozen, units, unit, row.indicator);
  return { before: placeOf(before), after: placeOf(after), others: others.length };
}

function placeIn({ rubric }: Frozen, units: UnitOutcome[], unit: string, indicator: string) {
  const found = units.find((one) => one.unit === unit);
  if (!found) throw new Error(`A unit is missing in the result of its round: ${unit}`);
  return { ...shownPlace(rubric, found), points: found.score?.indicators[indicator] ?? null };
}

/** Who might review an appeal, with what stands against each. */
export async function reviewersOf(strapi: Core.Strapi, actor: Actor, id: string) {
  const record = await findRecord(modelOf('appeal'), actor, id, { fields: ['state'] });
  const knex = strapi.db.connection;
  const row = await knex('appeals').where({ id: record.id }).first('unit_id', 'round_id');
  return reviewCandidates(knex, { unit: Number(row.unit_id), round: Number(row.round_id) });
}
