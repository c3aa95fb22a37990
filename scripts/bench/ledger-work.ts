import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { loadStrapi } from '../lib/load-strapi';
import { inRoot } from '../lib/root.mjs';
import { fillLedger, type LedgerSize, MONTHLY } from './ledger-fill';

// Fills the database of DATA_DIR and times the ledger's whole count beside the plain aggregate of the same activities.

const TURNS = 3;

const built = createRequire(inRoot('cms/dist/src/index.js'));
const { renewLedger, stopLedger } = built('./ledger/keeping') as {
  renewLedger(strapi: Core.Strapi): Promise<void>;
  stopLedger(): Promise<void>;
};
const { loadPlanPreset } = built('./presets/plan') as {
  loadPlanPreset(strapi: Core.Strapi, actor: object): Promise<unknown>;
};

const FILLER = { documentId: 'bench', displayName: '性能测试', role: 'operator' };

const PLAIN = `SELECT count(*) AS n FROM (
  SELECT pairing_id, month, count(*) AS n FROM activities WHERE state = 'verified' GROUP BY pairing_id, month
) g`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

async function run(strapi: Core.Strapi): Promise<{ rebuild: number[]; plain: number[] }> {
  const knex = strapi.db.connection as Knex;
  await stopLedger();
  await fillLedger(knex, (process.env.LEDGER_SIZE ?? 'district') as LedgerSize);
  await loadPlanPreset(strapi, FILLER);
  await knex('programmes').update({ cadence_rules: JSON.stringify([MONTHLY]) });
  const measured = { rebuild: [] as number[], plain: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    measured.plain.push(await timed(() => knex.raw(PLAIN)));
    for (const table of ['ledger_editions', 'ledger_counts', 'ledger_days', 'ledger_windows'])
      await knex(table).delete();
    measured.rebuild.push(await timed(() => renewLedger(strapi)));
  }
  return measured;
}

const strapi = await loadStrapi();
const measured = await run(strapi);
writeFileSync(path.join(process.env.DATA_DIR ?? '', 'ledger-work.json'), JSON.stringify(measured));
await strapi.destroy();
process.exit(0);
