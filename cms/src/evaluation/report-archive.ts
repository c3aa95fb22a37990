import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Actor, hasDuty } from '@jiedui/shared/access';
import { pathPart } from '@jiedui/shared/selection';
import type { Core } from '@strapi/strapi';
import JSZip from 'jszip';
import { Refusal } from '../guard/errors';
import { beginFile, type Report } from '../made-files/job';
import type { MadeFile } from '../made-files/store';
import { type PublishedResult, readPublished } from './published-result';
import { unitReports } from './unit-report';

/** The result whose reports the actor may take away together. */
export async function mayTakeReports(actor: Actor, resultId: string): Promise<PublishedResult> {
  if (!hasDuty(actor.role, 'readSummary') || !hasDuty(actor.role, 'exportLists'))
    throw new Refusal(403, 'NOT_ALLOWED');
  return readPublished(actor, resultId);
}

/** Begins the archive with the reports of all units of a result, or says which one is being made. */
export async function beginReports(strapi: Core.Strapi, actor: Actor, resultId: string): Promise<MadeFile> {
  const result = await mayTakeReports(actor, resultId);
  const subject = { kind: 'unitReports', owner: resultId, variant: '' };
  const name = `测评结果告知书-${pathPart(result.round.name)}-第${result.number}号.zip`;
  return beginFile(strapi, subject, name, (file, report, signal) =>
    writeReports(file, result, report, signal),
  );
}

async function writeReports(
  file: string,
  result: PublishedResult,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const zip = new JSZip();
  let done = 0;
  for await (const { name, content, of } of unitReports(result)) {
    signal.throwIfAborted();
    // A Word file is compressed already.
    zip.file(name, content, { compression: 'STORE' });
    done += 1;
    report({ done, total: of });
  }
  const stream = zip.generateNodeStream({ streamFiles: true });
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }), { signal });
}
