import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { setClock } from '../clock';
import { type Environment, readEnvironment } from '../environment';
import { bulkWrite } from '../write/bulk';
import { writeTransaction } from '../write/transaction';
import { createPanelAdministrator } from './panel-administrator';
import { type FirstAccount, INSTALLER, seedDemonstration } from './seed';

const OFFICE = { username: 'bangongshi', displayName: '区办公室管理员', role: 'districtOffice' };

/** Any number; two processes that start on one PostgreSQL agree on it. */
const LOCK = 2_022_111_601;

/**
 * Makes a new database usable: the demonstration district, or the office administrator alone, and the
 * panel's administrator. Does nothing where any account exists. Records and accounts are one transaction, and
 * the file with the first passwords is written before it ends: whatever breaks off, the next start finds
 * either nothing and begins anew, or everything with its passwords.
 */
export async function firstRun(strapi: Core.Strapi): Promise<void> {
  if (await hasAccounts(strapi.db.connection)) return;
  const environment = readEnvironment();
  try {
    await writeTransaction(strapi, async (knex) => {
      if (strapi.config.get('database.connection.client') === 'postgres') {
        await knex.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
        if (await hasAccounts(knex)) return;
      }
      const accounts = environment.demo ? await seedDemonstration(strapi) : await createOffice(strapi);
      const panel = await createPanelAdministrator(strapi);
      await writeFirstRun(environment, panel ? [...accounts, panel] : accounts);
    });
  } catch (error) {
    await setClock(strapi);
    throw error;
  }
}

async function hasAccounts(knex: Knex): Promise<boolean> {
  return Boolean(await knex('up_users').first('id'));
}

async function createOffice(strapi: Core.Strapi): Promise<FirstAccount[]> {
  const rows = [{ key: 'office', values: OFFICE }];
  const work = { creates: [{ resource: 'staff', rows }], updates: [], reason: null };
  const { secrets } = await bulkWrite(strapi, INSTALLER, work);
  return secrets.map((secret) => ({ role: OFFICE.role, ...secret }));
}

/** Readable to its owner only, and there whole or not at all. */
async function writeFirstRun(environment: Environment, accounts: FirstAccount[]): Promise<void> {
  const { dataDir, https, host, port } = environment;
  const url = `${https ? 'https' : 'http'}://${host}:${port}/`;
  const file = path.join(dataDir, 'first-run.json');
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ url, accounts }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
