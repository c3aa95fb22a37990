import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { markDemonstration } from '../clock';
import { HOURS_CHECK, scanHours } from '../hours/integrity/scan';
import { loadPlanPreset } from '../presets/plan';
import { bulkWrite } from '../write/bulk';
import { writeTransaction } from '../write/transaction';
import { ACCOUNTS, accountRows, DEMO_SITE } from './accounts';
import { activityRows, inventActivities } from './activities';
import { consentRows, materialRows, walkMaterials } from './activity-parts';
import { type Stage, walkActivities, walkExtras } from './activity-steps';
import { actorsOf } from './actors';
import { seedEvaluation } from './evaluation';
import { exceptionRows } from './exceptions';
import { extraActivityRows } from './extra-activities';
import { filingRows, walkFilings } from './filings';
import { honourRows } from './honours';
import { attendanceRows, ivolunteerRows, volunteerRows } from './hours';
import { indicatorRows } from './indicators';
import { DEMO_DAY } from './marks';
import { morePlanRows } from './more-plans';
import { inventedPeople } from './people';
import { planRows } from './plans';
import { walkProjects } from './project-steps';
import { projectRows, teamRows } from './projects';
import { type Random, seededRandom } from './random';
import { pairingRows, pairUp, stationRows, townRows, unitRows } from './registry';
import { columnRows, storyRows, walkStories } from './stories';

/** An account with its first password, to be shown once. */
export type FirstAccount = { role: string; username: string; password: string };

/** Who the audit names for what comes with the installation. */
export const INSTALLER: AuditActor = { documentId: 'first-run', displayName: '首次运行', role: 'operator' };

const SEED = 20221116;

/**
 * Fills an empty database with the demonstration district, the same one every time, through the services that
 * write real records. All of it is one transaction: a crash leaves nothing behind.
 * @returns the accounts with their first passwords
 * @throws Error when the database holds any unit, site or activity
 */
export async function seedDemonstration(strapi: Core.Strapi): Promise<FirstAccount[]> {
  return writeTransaction(strapi, async (knex) => {
    await requireEmpty(knex);
    await loadPlanPreset(strapi, INSTALLER, { example: true });
    const random = seededRandom(SEED);
    const { stage, activities, secrets } = await writeRecords(strapi, knex, random);
    await walkProjects(stage);
    await walkExtras(stage);
    await walkMaterials(stage);
    await seedEvaluation(stage, random);
    await walkActivities(stage, random, activities);
    await walkStories(stage);
    await walkFilings(stage);
    await markDemonstration(strapi, DEMO_DAY);
    await scanHours(strapi, HOURS_CHECK);
    return ACCOUNTS.map(({ role, username }) => ({ role, username, password: secrets.get(username) ?? '' }));
  });
}

async function requireEmpty(knex: Knex): Promise<void> {
  for (const table of ['units', 'stations', 'activities']) {
    if (!(await knex(table).first('id'))) continue;
    throw new Error(
      `The demonstration is only made in an empty database; this one holds records (${table}). Start with DEMO=off.`,
    );
  }
}

async function writeRecords(strapi: Core.Strapi, trx: Knex.Transaction, random: Random) {
  const people = inventedPeople(random);
  const departments = await addresses(trx, 'departments', 'name');
  const categories = await addresses(trx, 'categories', 'code');
  const pairings = pairUp(random, DEMO_SITE);
  const activities = inventActivities(random, people, pairings, categories);
  const { ids, secrets } = await bulkWrite(strapi, INSTALLER, {
    creates: [
      townRows(people),
      exceptionRows(),
      honourRows(),
      indicatorRows(),
      unitRows(people, departments),
      stationRows(people),
      teamRows(people, random),
      pairingRows(pairings, people),
      projectRows(categories),
      accountRows(departments),
      activityRows(activities),
      extraActivityRows(categories),
      materialRows(),
      consentRows(),
      columnRows(),
      storyRows(categories),
      volunteerRows(),
      attendanceRows(),
      ...ivolunteerRows(),
      ...planRows(categories),
      ...morePlanRows(pairings, departments),
      ...filingRows(await addresses(trx, 'report_requirements', 'code')),
    ],
    updates: [],
    reason: '示范数据',
  });
  const stage: Stage = { strapi, trx, ids, actor: await actorsOf(trx, ids) };
  const passwords = new Map(secrets.map(({ username, password }) => [username, password]));
  return { stage, activities, secrets: passwords };
}

async function addresses(trx: Knex.Transaction, table: string, key: string): Promise<Map<string, string>> {
  const rows = await trx(table).select(key, 'document_id');
  return new Map(rows.map((row) => [String(row[key]), String(row.document_id)]));
}
