import { existsSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { auditedModel } from '../cms/src/audit/audited-types';
import { readHead } from '../cms/src/audit/sealer';
import { type AuditReport, verifyAudit } from '../cms/src/audit/verify';
import { type Environment, readEnvironment } from '../cms/src/environment';
import { runningModel } from '../cms/src/modelling/running-model';
import { dataDir } from './lib/settings.mjs';

const MOST_SHOWN = 20;
const API = path.resolve(import.meta.dirname, '../cms/src/api');

function connect({ databaseUrl, dataDir: folder }: Environment): Knex {
  if (databaseUrl) {
    // Days and exact numbers as the server reads them.
    pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
    pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
    return knex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 1 } });
  }
  const filename = path.join(folder, 'jiedui.sqlite');
  if (!existsSync(filename)) throw new Error(`没有数据库:${filename}。请检查 DATA_DIR。`);
  return knex({
    client: 'better-sqlite3',
    connection: { filename, options: { readonly: true } },
    useNullAsDefault: true,
  });
}

function print({ sealed, unsealed, afterHead, records, results, findings }: AuditReport): void {
  console.log(`日志:已封 ${sealed} 条,待封 ${unsealed} 条(待封的尚不受保护)。`);
  if (afterHead > 0) console.log(`库外留存的封条落后 ${afterHead} 号(服务可能曾中断),链本身完整即可。`);
  console.log(`记录:核对 ${records} 条。测评结果:重算 ${results} 个。`);
  if (findings.length === 0) {
    console.log('核对通过:日志链完整,记录和结果与日志一致。');
    return;
  }
  console.log(`\n发现 ${findings.length} 处不符,第一处:`);
  for (const { code, words } of findings.slice(0, MOST_SHOWN)) console.log(`  [${code}] ${words}`);
  if (findings.length > MOST_SHOWN) console.log(`  …… 另有 ${findings.length - MOST_SHOWN} 处`);
}

async function main(): Promise<void> {
  // Reading the settings would make secrets where there are none: a wrong folder must not look like a new one.
  if (!existsSync(path.join(dataDir(), 'secrets.json'))) {
    throw new Error(`${dataDir()} 里没有 secrets.json:不是本系统的数据目录。请检查 DATA_DIR。`);
  }
  const environment = readEnvironment();
  const database = connect(environment);
  try {
    const report = await verifyAudit({
      knex: database,
      model: auditedModel(API, runningModel().set),
      key: environment.secrets.audit,
      head: readHead(environment.dataDir),
    });
    print(report);
    process.exitCode = report.findings.length > 0 ? 1 : 0;
  } finally {
    await database.destroy();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
