import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { scoreSheet } from '@jiedui/shared/scoring';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { loadStrapi } from '../lib/load-strapi';
import { inRoot } from '../lib/root.mjs';
import { pointsRubric, sheetsOf } from './trust-sheets';

// Fills the database of DATA_DIR with a round of 1,000 units, each with three submitted sheets, and times its sign-off.

const SIZE = { units: 1_000, indicators: 60, perUnit: 3, raters: 60 };
const FILLER = { documentId: 'bench', displayName: '性能测试', role: 'operator' };

type Row = { key: string; values: Record<string, unknown> };
type Write = { strapi: Core.Strapi; actor: unknown; model: unknown };
const built = createRequire(inRoot('cms/dist/src/index.js'));
const { bulkWrite } = built('./write/bulk') as {
  bulkWrite(
    strapi: Core.Strapi,
    actor: typeof FILLER,
    work: { creates: { resource: string; rows: Row[] }[]; updates: []; reason: string },
  ): Promise<unknown>;
};
const { refreshResult } = built('./evaluation/refresh-results') as {
  refreshResult(trx: Knex, roundId: number, unitId: number): Promise<void>;
};
const { readyStatistics } = built('./evaluation/ready-statistics') as {
  readyStatistics(actor: unknown, documentId: string): Promise<void>;
};
const { loadActor } = built('./guard/session') as { loadActor(id: number): Promise<unknown> };
const { takeStep } = built('./write/actions') as {
  takeStep(write: Write, id: string, rev: number, name: string, reason: string | null): Promise<unknown>;
};
const { modelOf } = built('./read/model') as { modelOf(resource: string): unknown };

const rubric = pointsRubric(SIZE.indicators);
const sheets = sheetsOf(rubric, SIZE.units, SIZE.perUnit, SIZE.raters);

async function fill(strapi: Core.Strapi): Promise<void> {
  const write = (...creates: { resource: string; rows: Row[] }[]) =>
    bulkWrite(strapi, FILLER, { creates, updates: [], reason: '性能测试' });
  const units = [...new Set(sheets.map(({ unit }) => unit))];
  const raters = [...new Set(sheets.map(({ rater }) => rater))];
  await write(
    {
      resource: 'unit',
      rows: units.map((name) => ({ key: name, values: { name, unitClass: 'liaison' } })),
    },
    {
      resource: 'staff',
      rows: raters.map((name) => ({
        key: name,
        values: { username: name, displayName: name, role: 'evaluator' },
      })),
    },
    {
      resource: 'rubric',
      rows: [{ key: 'rubric', values: { name: '体系', version: 1, definition: rubric } }],
    },
    {
      resource: 'round',
      rows: [
        {
          key: 'round',
          values: {
            name: '签发性能测试',
            rubric: { key: 'rubric' },
            opensOn: '2022-11-01',
            closesOn: '2099-12-31',
          },
        },
      ],
    },
    {
      resource: 'assignment',
      rows: sheets.map(({ id, unit, rater }) => ({
        key: id,
        values: {
          round: { key: 'round' },
          unit: { key: unit },
          evaluator: { key: rater },
          source: 'district',
        },
      })),
    },
  );
}

/** Submits every sheet, by the database alone: what is timed comes after it. */
async function submitAll(knex: Knex): Promise<void> {
  const rows = await knex('evaluations as e')
    .join('units as u', 'u.id', 'e.unit_id')
    .join('up_users as p', 'p.id', 'e.evaluator_id')
    .select('e.id', 'e.round_id', 'e.unit_id', 'u.name as unit', 'p.username as rater');
  const entries = new Map(sheets.map((sheet) => [`${sheet.unit} ${sheet.rater}`, sheet.entries]));
  await knex.transaction(async (trx) => {
    for (const { id, unit, rater } of rows) {
      const text = entries.get(`${unit} ${rater}`) ?? '{}';
      const sheet = {
        id: String(id),
        evaluatorId: rater,
        source: 'district' as const,
        entries: JSON.parse(text),
      };
      const { total } = scoreSheet(rubric, sheet);
      await trx('evaluations').where({ id }).update({ entries: text, total, state: 'submitted' });
    }
    const units = new Map(rows.map((row) => [Number(row.unit_id), Number(row.round_id)]));
    for (const [unit, round] of units) await refreshResult(trx, round, unit);
  });
}

async function run(strapi: Core.Strapi): Promise<{ before: number; inside: number }> {
  const knex = strapi.db.connection as Knex;
  await fill(strapi);
  const office = await knex('up_users').where({ staff_role: 'districtOffice' }).first('id');
  const actor = await loadActor(Number(office.id));
  const step = async (resource: string, table: string, name: string) => {
    const row = await knex(table).orderBy('id', 'desc').first('document_id', 'rev');
    const write = { strapi, actor, model: modelOf(resource) };
    return takeStep(write, String(row.document_id), Number(row.rev), name, null);
  };
  await step('rubric', 'rubrics', 'adopt');
  await step('round', 'rounds', 'open');
  await submitAll(knex);
  await step('round', 'rounds', 'close');
  const { document_id: round } = await knex('rounds').first('document_id');
  const before = await timed(() => readyStatistics(actor, round));
  return { before, inside: await timed(() => step('round', 'rounds', 'publish')) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

const strapi = await loadStrapi();
const measured = await run(strapi);
writeFileSync(path.join(process.env.DATA_DIR ?? '', 'publish-work.json'), JSON.stringify(measured));
await strapi.destroy();
process.exit(0);
