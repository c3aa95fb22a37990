import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { auditedModel } from '../../cms/src/audit/audited-types';
import { readHead } from '../../cms/src/audit/sealer';
import { type AuditReport, verifyAudit } from '../../cms/src/audit/verify';
import { modelInForce } from '../../cms/src/modelling/running-model';

const API = path.resolve(import.meta.dirname, '../../cms/src/api');

/** Where an installation keeps what is checked. */
export type Installation = { dataDir: string; modelDir: string; databaseUrl: string | null };

/** Days and exact numbers as the server reads them. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function connect({ databaseUrl, dataDir }: Installation): Knex {
  if (databaseUrl) {
    const connection = { connectionString: databaseUrl, types: TYPES } as Knex.PgConnectionConfig;
    return knex({ client: 'pg', connection, pool: { min: 0, max: 1 } });
  }
  const filename = path.join(dataDir, 'jiedui.sqlite');
  if (!existsSync(filename)) throw new Error(`没有数据库:${filename}。请检查 DATA_DIR。`);
  return knex({
    client: 'better-sqlite3',
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
  });
}

/** Checks the audit of an installation against its database and files, without its server. */
export async function checkAudit(installation: Installation): Promise<AuditReport> {
  const { dataDir, modelDir } = installation;
  const { audit: key } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    audit: string;
  };
  const database = connect(installation);
  try {
    const model = auditedModel(API, modelInForce(modelDir));
    return await verifyAudit({ knex: database, model, key, head: readHead(dataDir) });
  } finally {
    await database.destroy();
  }
}
