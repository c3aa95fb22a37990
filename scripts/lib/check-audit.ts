import { readFileSync } from 'node:fs';
import path from 'node:path';
import { auditedModel } from '../../cms/src/audit/audited-types';
import { readHead } from '../../cms/src/audit/sealer';
import { type AuditReport, verifyAudit } from '../../cms/src/audit/verify';
import { modelInForce } from '../../cms/src/modelling/running-model';
import { type DatabasePlace, openDatabase } from './open-database';

const API = path.resolve(import.meta.dirname, '../../cms/src/api');

/** Where an installation keeps what is checked. */
export type Installation = DatabasePlace & { modelDir: string };

/** Checks the audit of an installation against its database and files, without its server. */
export async function checkAudit(installation: Installation): Promise<AuditReport> {
  const { dataDir, modelDir } = installation;
  const { audit: key } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    audit: string;
  };
  const database = openDatabase(installation);
  try {
    const model = auditedModel(API, modelInForce(modelDir));
    return await verifyAudit({ knex: database, dataDir, model, key, head: readHead(dataDir) });
  } finally {
    await database.destroy();
  }
}
