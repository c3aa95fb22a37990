import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AuditReport } from '../cms/src/audit/verify';
import { readEnvironment } from '../cms/src/environment';
import { checkAudit } from './lib/check-audit';
import { dataDir } from './lib/settings.mjs';

const MOST_SHOWN = 20;

function print(report: AuditReport): void {
  const { sealed, unsealed, afterHead, records, files, filesWithout, results, bulletinsWithout, findings } =
    report;
  console.log(`日志:已封 ${sealed} 条,待封 ${unsealed} 条(待封的尚不受保护)。`);
  if (afterHead > 0) console.log(`库外留存的封条落后 ${afterHead} 号(服务可能曾中断),链本身完整即可。`);
  console.log(`记录:核对 ${records} 条。测评结果:重算 ${results} 个。`);
  console.log(`文件:按存入时的指纹核对 ${files} 个。`);
  if (filesWithout > 0) console.log(`另有 ${filesWithout} 个文件存入时还没有留存指纹,无法核对其内容。`);
  if (bulletinsWithout > 0) console.log(`另有 ${bulletinsWithout} 份通报签发时还没有留存指纹,无法核对。`);
  if (findings.length === 0) {
    console.log('核对通过:日志链完整,记录、文件和结果与日志一致。');
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
  const report = await checkAudit(readEnvironment());
  print(report);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
