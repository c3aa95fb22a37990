import { randomUUID } from 'node:crypto';
import { access, chmod, copyFile, rm } from 'node:fs/promises';
import { type Actor, hasDuty } from '@jiedui/shared/access';
import { type ErrorCode, resourceLabel } from '@jiedui/shared/text';
import { countKinds, type ImportPlan, type PlannedRow, sharedProblems } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { forgetSessions } from '../guard/session';
import { commitRows } from './commit';
import { makeFolder, readRows, removeFolder, uploadFile, writeAccounts, writeRows } from './job-files';
import { type ImportJob, type JobResult, type JobState, type JobStore, jobStore, WORKING } from './job-store';
import { UnreadableWorkbook } from './limits';
import { planImport } from './plan-import';
import { readWorkbook } from './read';
import { planRecordImport, type RecordImport } from './record-import';
import { undoImport } from './undo';

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const BEAT = 1_000;
const NOTHING_DONE = { done: 0, total: 0 };

/** Jobs that this process works on, to stop them at once; another process learns of it at its next beat. */
const running = new Map<string, AbortController>();

/** How many imports this process is reading and checking: it does not end before them. */
export const importsUnderWay = (): number => running.size;

/** Takes in an uploaded workbook; reading and checking go on after the answer. */
export async function startImport(
  strapi: Core.Strapi,
  actor: Actor,
  upload: { path: string; name: string },
  only: RecordImport | null,
): Promise<ImportJob> {
  const store = jobStore(strapi);
  await removeOld(store);
  const id = randomUUID();
  await makeFolder(id);
  await copyFile(upload.path, uploadFile(id));
  await chmod(uploadFile(id), 0o600);
  await store.create(
    id,
    actor.id,
    upload.name,
    only ? { ...only, key: [...only.key] } : { resource: null, key: [] },
  );
  const stop = new AbortController();
  running.set(id, stop);
  void prepare(strapi, store, id, stop, actor, only).finally(() => running.delete(id));
  return requireJob(strapi, actor, id);
}

async function removeOld(store: JobStore): Promise<void> {
  const old = await store.createdBefore(Date.now() - KEPT_FOR);
  await Promise.all(old.map(removeFolder));
  if (old.length > 0) await store.remove(old);
}

async function prepare(
  strapi: Core.Strapi,
  store: JobStore,
  id: string,
  stop: AbortController,
  actor: Actor,
  only: RecordImport | null,
): Promise<void> {
  const { signal } = stop;
  const beat = heartbeat(store, id, stop);
  try {
    const sheets = await readWorkbook(uploadFile(id), {
      signal,
      // How many there are is known at the end only.
      onProgress: (rows) => beat.report({ done: rows, total: 0 }),
    });
    beat.report(NOTHING_DONE);
    if (!(await store.move(id, ['reading'], { state: 'checking', progress: NOTHING_DONE }))) return;
    const options = { signal, onProgress: beat.report };
    const plan = only
      ? await planRecordImport(actor, only, sheets, options)
      : await planImport(sheets, options);
    await writeRows(id, plan, signal);
    beat.stop();
    await store.move(id, ['checking'], { state: 'ready', progress: finished(plan), ...summaryOf(plan) });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof UnreadableWorkbook)) strapi.log.error(error);
    const code: ErrorCode = error instanceof UnreadableWorkbook ? error.code : 'INTERNAL';
    await store.move(id, WORKING, { state: 'failed', error: { code } });
  } finally {
    beat.stop();
    // Cancelled on the way, here or by another process, nothing of it stays.
    if ((await store.find(id))?.state === 'cancelled') await removeFolder(id);
  }
}

function finished({ sheets }: ImportPlan): ImportJob['progress'] {
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  return { done: total, total };
}

/** Says every second that the job lives and how far it is, and stops it when another process cancelled it. */
function heartbeat(store: JobStore, id: string, stop: AbortController) {
  let progress = NOTHING_DONE;
  const timer = setInterval(() => {
    store.move(id, WORKING, { progress }).then(
      (alive) => alive || stop.abort(),
      // A beat that is lost does no harm: the next one comes, and a silent job counts as interrupted.
      () => undefined,
    );
  }, BEAT);
  return {
    report: (now: { done: number; total: number }) => {
      progress = now;
    },
    stop: () => clearInterval(timer),
  };
}

function summaryOf(plan: ImportPlan): JobResult {
  const sheets = plan.sheets.map((sheet) => ({
    sheet: sheet.sheet,
    label: resourceLabel(sheet.resource),
    ...countKinds(sheet),
  }));
  return { sheets, notices: plan.notices, problems: sharedProblems(plan), accounts: 0 };
}

/** The office sees every import, for it concerns all of it; others see their own. */
const seesAll = (actor: Actor): boolean => hasDuty(actor.role, 'importWorkbook');

export const latestImports = (strapi: Core.Strapi, actor: Actor): Promise<ImportJob[]> =>
  jobStore(strapi).latest(seesAll(actor) ? null : actor.id);

/** The job, or NOT_FOUND where it is somebody else's business. */
export async function requireJob(strapi: Core.Strapi, actor: Actor, id: string): Promise<ImportJob> {
  const job = await jobStore(strapi).find(id);
  if (!job || (job.actorId !== actor.id && !seesAll(actor))) throw new Refusal(404, 'NOT_FOUND');
  return job;
}

/** Stops a job that has not begun to write. */
export async function cancelImport(strapi: Core.Strapi, actor: Actor, id: string): Promise<ImportJob> {
  await requireJob(strapi, actor, id);
  const stoppable: JobState[] = ['reading', 'checking', 'ready'];
  const moved = await jobStore(strapi).move(id, stoppable, { state: 'cancelled' });
  if (!moved) throw new Refusal(409, 'TRANSITION_REFUSED');
  const stop = running.get(id);
  if (stop) stop.abort();
  else await removeFolder(id);
  return requireJob(strapi, actor, id);
}

/**
 * Checks the workbook of a job once more, as a job of its own: the data have changed since, or the work was
 * interrupted. A plan that was still waiting is given up for the new one.
 */
export async function checkAgain(strapi: Core.Strapi, actor: Actor, id: string): Promise<ImportJob> {
  const job = await requireJob(strapi, actor, id);
  if (!job.checkable) throw new Refusal(409, 'TRANSITION_REFUSED');
  await access(uploadFile(id)).catch(() => {
    throw new Refusal(404, 'NOT_FOUND');
  });
  const only = job.resource ? { resource: job.resource, key: job.key } : null;
  const next = await startImport(strapi, actor, { path: uploadFile(id), name: job.fileName }, only);
  if (job.state === 'ready') await cancelImport(strapi, actor, id).catch(() => undefined);
  return next;
}

/**
 * Writes what a ready job has planned, all or nothing. A workbook with wrong rows is refused as a whole unless
 * `withoutWrong` says that its right rows are wanted without them.
 */
export async function commitImport(
  strapi: Core.Strapi,
  actor: Actor,
  id: string,
  withoutWrong: boolean,
): Promise<ImportJob> {
  const store = jobStore(strapi);
  const job = await requireJob(strapi, actor, id);
  if (job.state !== 'ready') throw new Refusal(409, 'TRANSITION_REFUSED');
  const wrong = job.sheets.reduce((sum, sheet) => sum + sheet.wrong, 0);
  if (wrong > 0 && !withoutWrong) throw new Refusal(422, 'IMPORT_HAS_ERRORS', { wrong });
  if (!(await store.move(id, ['ready'], { state: 'committing' })))
    throw new Refusal(409, 'TRANSITION_REFUSED');
  const beat = heartbeat(store, id, new AbortController());
  try {
    const { secrets } = await commitRows(strapi, actor, await rowsToWrite(id, job), job);
    if (secrets.length > 0) await writeAccounts(id, secrets);
    forgetSessions();
    beat.stop();
    const { sheets, notices, problems } = job;
    await store.move(id, ['committing'], {
      state: 'done',
      sheets,
      notices,
      problems,
      accounts: secrets.length,
    });
    await rm(uploadFile(id), { force: true });
  } catch (error) {
    beat.stop();
    const code: ErrorCode = error instanceof Refusal ? error.code : 'INTERNAL';
    await store.move(id, ['committing'], { state: 'failed', error: { code } });
    throw error;
  }
  return requireJob(strapi, actor, id);
}

/** Takes back what a job has written; see `undoImport`. */
export async function undoJob(strapi: Core.Strapi, actor: Actor, id: string): Promise<ImportJob> {
  await undoImport(strapi, jobStore(strapi), actor, await requireJob(strapi, actor, id));
  return requireJob(strapi, actor, id);
}

async function rowsToWrite(id: string, { sheets }: ImportJob): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  for (const index of sheets.keys()) {
    for (const kind of ['new', 'changed'] as const) {
      for await (const row of readRows(id, index, kind)) rows.push(row);
    }
  }
  return rows;
}
