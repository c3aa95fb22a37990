import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SourceCode } from '@jiedui/shared/rubric';
import { scoreSheet } from '@jiedui/shared/scoring';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { loadStrapi } from '../lib/load-strapi';
import { inRoot } from '../lib/root.mjs';
import { type BenchFacts, writeFacts } from './facts';
import { benchEntries, benchRubric } from './rubric';

// Fills the database of DATA_DIR for the bench through the server's own writers, each record with its entry.

type Row = { key: string; values: Record<string, unknown> };
type Bulk = {
  bulkWrite(
    strapi: Core.Strapi,
    actor: typeof FILLER,
    work: { creates: { resource: string; rows: Row[] }[]; updates: []; reason: string },
  ): Promise<{ ids: Map<string, number>; secrets: { username: string; password: string }[] }>;
};

const FILLER = { documentId: 'bench', displayName: '性能测试', role: 'operator' };
const built = createRequire(inRoot('cms/dist/src/index.js'));
const { bulkWrite } = built('./write/bulk') as Bulk;
const { refreshResult } = built('./evaluation/refresh-results') as {
  refreshResult(trx: Knex, roundId: number, unitId: number): Promise<void>;
};
const { sealPending } = built('./audit/sealer') as {
  sealPending(knex: Knex, key: string, dataDir: string): Promise<number>;
};
const { loadActor } = built('./guard/session') as { loadActor(id: number): Promise<unknown> };
const { takeStep } = built('./write/actions') as {
  takeStep(
    write: { strapi: Core.Strapi; actor: unknown; model: unknown },
    documentId: string,
    rev: number,
    name: string,
    reason: string | null,
  ): Promise<unknown>;
};
const { modelOf } = built('./read/model') as { modelOf(resource: string): unknown };

const TOWNS = 10;
const CATEGORIES = 13;
const EVALUATORS = 20;
const PER_UNIT = 5;
const CHUNK = 5_000;
const MONTHS = ['2022-07', '2022-08', '2022-09', '2022-10', '2022-11', '2022-12', '2023-01', '2023-02'];
const CLASSES = ['liaison', 'key', 'school'];
const STATES = ['planned', 'held', 'reported', 'verified'];

const list = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const ref = (kind: string, at: number) => ({ key: `${kind}${at}` });

async function fill(strapi: Core.Strapi, dataDir: string, scale: number): Promise<BenchFacts> {
  const knex = strapi.db.connection as Knex;
  const counts = {
    units: 500 * scale,
    sites: 300 * scale,
    activities: 20_000 * scale,
    sheets: 2_500 * scale,
  };
  const ids = new Map<string, number>();
  const secrets = new Map<string, string>();
  const write = async (...creates: { resource: string; rows: Row[] }[]) => {
    const result = await bulkWrite(strapi, FILLER, { creates, updates: [], reason: '性能测试' });
    for (const [key, id] of result.ids) ids.set(key, id);
    for (const { username, password } of result.secrets) secrets.set(username, password);
  };
  await write(...registry(counts));
  await write(rubricAndRound());
  const documents = await addresses(knex, ids);
  for (let start = 0; start < counts.activities; start += CHUNK) {
    const activities = activityRows(start, Math.min(CHUNK, counts.activities - start), counts, documents);
    await write(activities);
    await write(visitRows(activities.rows));
  }
  await writeAssignments(write, counts.units, documents);
  const round = await openRound(strapi, knex);
  await scoreAll(knex, round.rowId);
  const { audit } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as { audit: string };
  while ((await sealPending(knex, audit, dataDir)) > 0);
  // As PostgreSQL does by itself some minutes later; SQLite only keeps statistics.
  await knex.raw(process.env.DATABASE_URL ? 'VACUUM ANALYZE' : 'ANALYZE');
  return factsOf(knex, { scale, counts, secrets, round, ids });
}

function registry(counts: BenchFacts['counts']) {
  return [
    { resource: 'town', rows: list(TOWNS, (at) => ({ key: `t${at}`, values: { name: `镇 ${at}` } })) },
    {
      resource: 'category',
      rows: list(CATEGORIES, (at) => ({
        key: `c${at}`,
        values: { code: `c${at}`, name: `类别 ${at}`, order: at + 1 },
      })),
    },
    {
      resource: 'unit',
      rows: list(counts.units, (at) => ({
        key: `u${at}`,
        values: {
          name: `单位 ${String(at).padStart(6, '0')}`,
          unitClass: CLASSES[at % 3],
          leader: `负责人 ${at}`,
        },
      })),
    },
    {
      resource: 'station',
      rows: list(counts.sites, (at) => ({
        key: `s${at}`,
        values: { name: `文明实践站 ${at}`, level: 'station', town: ref('t', at % TOWNS) },
      })),
    },
    {
      resource: 'pairing',
      rows: list(counts.units, (at) => ({
        key: `p${at}`,
        values: {
          unit: ref('u', at),
          station: ref('s', at % counts.sites),
          unitContact: '张三',
          stationContact: '李四',
        },
      })),
    },
    {
      resource: 'staff',
      rows: [
        {
          key: 'a-town',
          values: { username: 'bench-town', displayName: '镇 3', role: 'town', town: ref('t', 3) },
        },
        {
          key: 'a-office',
          values: { username: 'bench-office', displayName: '办公室', role: 'districtOffice' },
        },
        ...list(EVALUATORS, (at) => ({
          key: `e${at}`,
          values: { username: `bench-evaluator-${at}`, displayName: `测评员 ${at}`, role: 'evaluator' },
        })),
      ],
    },
  ];
}

function rubricAndRound() {
  return {
    resource: 'rubric',
    rows: [
      {
        key: 'rubric',
        values: { name: '性能测试体系', version: 1, definition: benchRubric(), example: true },
      },
    ],
  };
}

const TABLES: Record<string, string> = {
  u: 'units',
  s: 'stations',
  c: 'categories',
  e: 'up_users',
  rubric: 'rubrics',
};

/** Addresses of what was written, by key: later calls name existing records by them. */
async function addresses(knex: Knex, ids: Map<string, number>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [letter, table] of Object.entries(TABLES)) {
    const rows = await knex(table).select('id', 'document_id');
    const byId = new Map(rows.map((row) => [Number(row.id), String(row.document_id)]));
    for (const [key, id] of ids) {
      if (key.replace(/\d+$/, '') === letter) found.set(key, byId.get(id) ?? '');
    }
  }
  return found;
}

function activityRows(
  start: number,
  count: number,
  counts: BenchFacts['counts'],
  documents: Map<string, string>,
) {
  const at = (key: string) => ({ documentId: documents.get(key) ?? '' });
  const rows = list(count, (offset) => {
    const n = start + offset;
    const unit = n % counts.units;
    const day = String(1 + ((n * 11) % 28)).padStart(2, '0');
    const startsAt = `${MONTHS[(n * 7) % MONTHS.length]}-${day}T0${1 + (n % 8)}:${String(n % 60).padStart(2, '0')}:00.000Z`;
    return {
      key: `x${n}`,
      values: {
        title: `文明实践活动 ${n}`,
        category: at(`c${n % CATEGORIES}`),
        unit: at(`u${unit}`),
        station: at(`s${unit % counts.sites}`),
        startsAt,
        endsAt: startsAt.replace(/T0\d/, 'T10'),
        venueKind: 'site',
        expectedPeople: 20 + (n % 100),
        actualPeople: n % 3 === 0 ? null : 20 + (n % 90),
        summary: n % 3 === 0 ? null : '活动组织有序,群众反映良好,志愿者积极参与。',
        routine: true,
        materialsReviewed: true,
        firstAidOfficer: '王急救',
        ivolunteerNumber: `HD-${n}`,
        state: STATES[n % STATES.length],
        verifiedAt: n % STATES.length === 3 ? startsAt : null,
      },
    };
  });
  return { resource: 'activity', rows };
}

/** Records of a type that the office made, with what the activities hold. */
function visitRows(activities: Row[]) {
  const rows = activities.map(({ key, values }) => ({
    key: `v${key}`,
    values: {
      title: `走访 ${values.title}`,
      category: values.category,
      unit: values.unit,
      station: values.station,
      startsAt: values.startsAt,
      endsAt: values.endsAt,
      day: String(values.startsAt).slice(0, 10),
      month: String(values.startsAt).slice(0, 7),
      kind: values.venueKind,
      people: values.expectedPeople,
      present: values.actualPeople,
      summary: values.summary,
      routine: true,
      reviewed: true,
      officer: values.firstAidOfficer,
      number: values.ivolunteerNumber,
      phase: values.state,
      verifiedAt: values.verifiedAt,
    },
  }));
  return { resource: 'visit', rows };
}

async function writeAssignments(
  write: (...creates: { resource: string; rows: Row[] }[]) => Promise<void>,
  units: number,
  documents: Map<string, string>,
): Promise<void> {
  const at = (key: string) => ({ documentId: documents.get(key) ?? '' });
  const round = {
    key: 'round',
    values: {
      name: '性能测试轮次',
      rubric: { documentId: documents.get('rubric') ?? '' },
      opensOn: '2022-11-01',
      closesOn: '2099-12-31',
      example: true,
    },
  };
  const rows = list(units * PER_UNIT, (n) => ({
    key: `g${n}`,
    values: {
      round: { key: 'round' },
      unit: at(`u${Math.floor(n / PER_UNIT)}`),
      evaluator: at(`e${(Math.floor(n / PER_UNIT) + (n % PER_UNIT) * 3) % EVALUATORS}`),
      source: 'district',
    },
  }));
  await write({ resource: 'round', rows: [round] }, { resource: 'assignment', rows });
}

/** Adopts the rubric and opens the round by its own steps, which lay out the sheets. */
async function openRound(strapi: Core.Strapi, knex: Knex): Promise<BenchFacts['round']> {
  const office = await knex('up_users').where({ username: 'bench-office' }).first('id');
  const actor = await loadActor(Number(office.id));
  const step = async (resource: string, table: string, name: string) => {
    const row = await knex(table).orderBy('id', 'desc').first('id', 'document_id', 'rev');
    await takeStep({ strapi, actor, model: modelOf(resource) }, row.document_id, Number(row.rev), name, null);
    return { documentId: String(row.document_id), rowId: Number(row.id) };
  };
  await step('rubric', 'rubrics', 'adopt');
  return step('round', 'rounds', 'open');
}

/** Fills in and submits every sheet, and computes every unit's result with the server's own function. */
async function scoreAll(knex: Knex, roundId: number): Promise<void> {
  const round = await knex('rounds').where({ id: roundId }).first('frozen');
  const { rubric } = typeof round.frozen === 'string' ? JSON.parse(round.frozen) : round.frozen;
  const sheets = await knex('evaluations')
    .where({ round_id: roundId })
    .select('id', 'document_id', 'source', 'unit_id');
  const pg = knex.client.config.client === 'pg' || knex.client.config.client === 'postgres';
  const now = pg ? new Date().toISOString() : Date.now();
  await knex.transaction(async (trx) => {
    for (const sheet of sheets) {
      const entries = benchEntries(Number(sheet.id));
      const scored = scoreSheet(rubric, {
        id: sheet.document_id,
        evaluatorId: '',
        source: sheet.source as SourceCode,
        entries,
      });
      await trx('evaluations')
        .where({ id: sheet.id })
        .update({
          entries: JSON.stringify(entries),
          total: scored.total,
          state: 'submitted',
          submitted_at: now,
        });
    }
    for (const unitId of new Set(sheets.map((sheet) => Number(sheet.unit_id)))) {
      await refreshResult(trx, roundId, unitId);
    }
    // One sheet in five is still being filled in: those are the ones that the bench saves.
    const open = sheets.filter((_, at) => at % 5 === 0);
    for (const sheet of open) await trx('evaluations').where({ id: sheet.id }).update({ state: 'draft' });
  });
}

async function factsOf(
  knex: Knex,
  known: {
    scale: number;
    counts: BenchFacts['counts'];
    secrets: Map<string, string>;
    round: BenchFacts['round'];
    ids: Map<string, number>;
  },
): Promise<BenchFacts> {
  const { scale, counts, secrets, round } = known;
  const account = (username: string) => ({ username, password: secrets.get(username) ?? '' });
  const town = await knex('towns').where({ name: '镇 3' }).first('id', 'document_id');
  const activity = await knex('activities as a')
    .join('stations as s', 's.id', 'a.station_id')
    .where('s.town_id', town.id)
    .first('a.document_id', 'a.unit_id', 'a.station_id', 'a.category_id');
  const documentOf = async (table: string, id: number) =>
    String((await knex(table).where({ id }).first('document_id')).document_id);
  return {
    scale,
    counts,
    town: { ...account('bench-town'), rowId: Number(town.id), documentId: String(town.document_id) },
    evaluators: list(EVALUATORS, (at) => account(`bench-evaluator-${at}`)),
    activityId: String(activity.document_id),
    round,
    place: {
      unit: await documentOf('units', activity.unit_id),
      station: await documentOf('stations', activity.station_id),
      category: await documentOf('categories', activity.category_id),
    },
    placeRows: { unit: activity.unit_id, station: activity.station_id, category: activity.category_id },
  };
}

const dataDir = process.env.DATA_DIR ?? '';
const strapi = await loadStrapi();
writeFacts(dataDir, await fill(strapi, dataDir, Number(process.env.BENCH_SCALE ?? 1)));
await strapi.destroy();
process.exit(0);
