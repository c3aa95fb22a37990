import { rubricPreset, type SourceCode } from '@jiedui/shared/rubric';
import { machineOf } from '@jiedui/shared/workflow';
import { markDemonstration } from '../clock';
import { planRound } from '../evaluation/plan-round';
import { loadRubricPreset } from '../presets/rubrics';
import { modelOf } from '../read/model';
import { changeRecord } from '../write/actions';
import { insertRecords } from '../write/store';
import { DEMO_UNIT, EVALUATORS, OFFICE } from './accounts';
import type { Stage } from './activity-steps';
import { addressOf, idOf, takeSteps } from './actors';
import { seedAppeals } from './appeals';
import { example, marked } from './marks';
import type { Random } from './random';
import { unitKey } from './registry';
import { beginEntries, inventEntries, overallComment } from './sheets';
import { type DemoUnit, UNITS } from './units';

const PRESET = 'documentsAndOnSite';

/** Three evaluators a unit judge for the district, one goes out to inspect. */
const PLANS = [
  { source: 'district', evaluators: ['ceping1', 'ceping2', 'ceping3', 'ceping4'], perUnit: 3 },
  { source: 'inspection', evaluators: ['ceping5'], perUnit: 1 },
] as const satisfies { source: SourceCode; evaluators: string[]; perUnit: number }[];

/** Days on which sheets came in, in turn. */
const SUBMITTED_ON = ['2022-11-09', '2022-11-10', '2022-11-11', '2022-11-14', '2022-11-15'] as const;

/**
 * Each evaluator's own way: some are strict (`severity`), some are slow (`delay`, as a share of the units), so
 * that a few units have only some of their sheets yet.
 */
const WAYS: Record<string, { severity: number; delay: number }> = {
  ceping1: { severity: 0.05, delay: -0.06 },
  ceping2: { severity: -0.03, delay: 0 },
  ceping3: { severity: 0, delay: 0.03 },
  ceping4: { severity: 0.09, delay: 0.08 },
  ceping5: { severity: -0.06, delay: -0.02 },
};

/** The share of a round's units that a survey has reached, and how few have answered in the last of them. */
const SURVEYED = 0.9;
const FEW = 8;

/** The first of each class try the rubric out before all are judged by it. */
const TRIED_PER_CLASS = 4;

/**
 * An adopted example rubric, a published round of a few units that tried it out, and an open one of all, with half of
 * the sheets handed in.
 */
export async function seedEvaluation(stage: Stage, random: Random): Promise<void> {
  const rubricId = await adoptRubric(stage);
  await seedTrial(stage, random, rubricId);
  const roundId = await openRound(stage, {
    on: '2022-11-07',
    name: '2022年推进阶段中期测评',
    rubricId,
    closesOn: '2022-11-25',
    plans: PLANS,
  });
  await enterRates(stage, roundId);
  const sheets = await sheetsOf(stage, roundId);
  const half = Math.floor(sheets.length / 2);
  const perDay = Math.ceil(half / SUBMITTED_ON.length);
  for (const [at, sheet] of sheets.entries()) {
    const day = at < half ? SUBMITTED_ON[Math.floor(at / perDay)] : SUBMITTED_ON.at(-1);
    if (at % perDay === 0 && day) await markDemonstration(stage.strapi, day);
    if (at < half) await fillIn(stage, random, sheet, 1);
    else if (at % 4 === 0) await fillIn(stage, random, sheet, 0.5);
  }
}

async function adoptRubric({ strapi, trx, actor }: Stage): Promise<number> {
  const office = actor(OFFICE);
  await markDemonstration(strapi, '2022-10-08');
  const rubric = await loadRubricPreset(strapi, office, PRESET);
  await takeSteps(strapi, trx, { model: modelOf('rubric'), id: rubric.id, actor: office }, 'adopt');
  return rubric.id;
}

/** A small round that has come to its end: every sheet handed in, signed off and published. */
async function seedTrial(stage: Stage, random: Random, rubricId: number): Promise<void> {
  const { strapi, trx, ids, actor } = stage;
  const tried = UNITS.filter(
    (unit) => classOf(unit).indexOf(unit) < TRIED_PER_CLASS || unit.name === DEMO_UNIT,
  ).map(({ name }) => idOf(ids, unitKey(name)));
  const rows = await trx('units').whereIn('id', tried).orderBy('id').select('document_id');
  const units = rows.map((row) => String(row.document_id));
  const round = await openRound(stage, {
    on: '2022-10-10',
    name: '2022年测评体系试评',
    rubricId,
    closesOn: '2022-10-21',
    plans: PLANS.map((plan) => ({ ...plan, units })),
  });
  await markDemonstration(strapi, '2022-10-20');
  await enterRates(stage, round);
  for (const sheet of await sheetsOf(stage, round)) await fillIn(stage, random, sheet, 1);
  await markDemonstration(strapi, '2022-10-24');
  const step = { model: modelOf('round'), id: round, actor: actor(OFFICE) };
  await takeSteps(strapi, trx, step, 'close', 'publish');
  await seedAppeals(stage, round);
}

type Opening = {
  on: string;
  name: string;
  rubricId: number;
  closesOn: string;
  plans: readonly ((typeof PLANS)[number] & { units?: string[] })[];
};

/** A round of the office, with evaluators dealt out under the rules of recusal. */
async function openRound({ strapi, trx, actor }: Stage, opening: Opening): Promise<number> {
  const { on, name, rubricId, closesOn, plans } = opening;
  const office = actor(OFFICE);
  await markDemonstration(strapi, on);
  const programme = await trx('programmes').where({ active: true }).first('id');
  const values = example({
    name: marked(name),
    rubric: rubricId,
    programme: programme?.id,
    opensOn: on,
    closesOn,
    state: machineOf('round')?.initial,
  });
  const model = modelOf('round');
  const [round] = await insertRecords(trx, model, [{ values }], { actor: office, action: 'create' });
  if (!round) throw new Error('The round was not inserted');
  for (const { evaluators, ...plan } of plans) {
    const chosen = evaluators.map((username) => actor(username).documentId);
    await planRound(strapi, office, round.documentId, { ...plan, evaluators: chosen });
  }
  await takeSteps(strapi, trx, { model, id: round.id, actor: office }, 'open');
  return round.id;
}

/** What a survey found of the units of a round; the last of them have not been asked yet, or too few have answered. */
async function enterRates({ trx, ids, actor }: Stage, roundId: number): Promise<void> {
  const rows = await trx('assignments').where({ round_id: roundId }).distinct('unit_id');
  const asked = new Set(rows.map((row) => Number(row.unit_id)));
  const units = UNITS.filter(({ name }) => asked.has(idOf(ids, unitKey(name))));
  const entries = units.slice(0, Math.ceil(units.length * SURVEYED)).map(({ name, diligence }, at, all) => {
    const denominator = at === all.length - 1 ? FEW : 40 + ((at * 7) % 50);
    return example({
      round: roundId,
      unit: idOf(ids, unitKey(name)),
      metric: 'satisfaction',
      numerator: Math.round(denominator * Math.min(1, 0.6 + 0.4 * diligence)),
      denominator,
      invited: denominator + 12,
      method: '入户问卷,由社区代为发放和回收。',
    });
  });
  const note = { actor: actor(OFFICE), action: 'create' } as const;
  await insertRecords(
    trx,
    modelOf('metric-entry'),
    entries.map((values) => ({ values })),
    note,
  );
}

type Sheet = { id: number; unit: DemoUnit; evaluator: string; source: SourceCode };

/** The sheets in the order in which they get done: unit by unit, the classes taking turns. */
async function sheetsOf({ trx, ids, actor }: Stage, roundId: number): Promise<Sheet[]> {
  const units = new Map(UNITS.map((unit) => [idOf(ids, unitKey(unit.name)), unit]));
  const evaluators = new Map(EVALUATORS.map(({ username }) => [actor(username).id, username]));
  const rows = await trx('evaluations')
    .where({ round_id: roundId })
    .select('id', 'unit_id', 'evaluator_id', 'source');
  return rows
    .map((row) => ({
      id: Number(row.id),
      unit: units.get(Number(row.unit_id)) as DemoUnit,
      evaluator: evaluators.get(Number(row.evaluator_id)) as string,
      source: row.source as SourceCode,
    }))
    .sort((a, b) => turnOf(a) - turnOf(b) || a.evaluator.localeCompare(b.evaluator));
}

const classOf = ({ unitClass }: DemoUnit) => UNITS.filter((unit) => unit.unitClass === unitClass);

function turnOf({ unit, evaluator }: Sheet): number {
  const members = classOf(unit);
  return members.indexOf(unit) / members.length + (WAYS[evaluator]?.delay ?? 0);
}

/** Writes a sheet as its evaluator; a whole one (`share` 1) is handed in. */
async function fillIn(
  { strapi, trx, actor }: Stage,
  random: Random,
  { id, unit, evaluator, source }: Sheet,
  share: number,
): Promise<void> {
  const model = modelOf('evaluation');
  const judge = { severity: WAYS[evaluator]?.severity ?? 0 };
  const whole = inventEntries(random, rubricPreset(PRESET), source, unit.diligence, judge);
  const done = share === 1;
  const { documentId, rev } = await addressOf(trx, model, id);
  await changeRecord({ strapi, actor: actor(evaluator), model }, documentId, rev, {
    entries: done ? whole : beginEntries(whole, share),
    ...(done ? { comment: overallComment(random, unit.diligence) } : {}),
  });
  if (done) await takeSteps(strapi, trx, { model, id, actor: actor(evaluator) }, 'submit');
}
