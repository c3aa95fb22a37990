import type { Core } from '@strapi/strapi';
import { writeEntries } from '../audit/entry';
import { readEnvironment } from '../environment';
import { writeTransaction } from '../write/transaction';
import { backUp } from './backup';
import { clearValues } from './clear-values';
import { drop } from './drop';
import { faultPoint } from './fault';
import { untilAllServe } from './heartbeat';
import { hasEnded, movePublication, type Publication, readPublications } from './publication-store';
import { onPublicationsMoved } from './supervisor';

/** How long after a failure the rest of a publication is tried again, in milliseconds. */
const AGAIN = 30_000;
/** Publications are looked through for what was not noted yet; only the last ones can be. */
const LOOKED_AT = 5;

let running: Promise<void> = Promise.resolve();

/**
 * Does what is left of publications when the supervisor says that they have moved: notes them in the log, and takes
 * out of the database what the new model has retired. Every step may be done twice.
 */
export function startSettling(strapi: Core.Strapi): void {
  const settle = () => {
    running = running
      .then(() => settleAll(strapi))
      .catch((error) => {
        strapi.log.error(error);
        setTimeout(settle, AGAIN).unref();
      });
  };
  onPublicationsMoved(settle);
}

async function settleAll(strapi: Core.Strapi): Promise<void> {
  const ours = readPublications(readEnvironment().modelDir).filter(({ owner }) => owner.pid === process.ppid);
  for (const publication of ours.slice(0, LOOKED_AT)) {
    if (publication.step === 'rolledBack') await note(strapi, publication, 'rollBack');
    else if (!BEFORE_SWITCH.includes(publication.step)) await note(strapi, publication, 'publish');
    if (publication.step === 'draining') faultPoint('draining');
    if (!hasEnded(publication)) await finish(strapi, publication);
  }
}

const BEFORE_SWITCH: readonly string[] = ['starting', 'checking', 'switching'];

/** Who brought which version into force, or whose was taken back; once. */
async function note(
  strapi: Core.Strapi,
  publication: Publication,
  transition: 'publish' | 'rollBack',
): Promise<void> {
  const { number, by, folder, from } = publication;
  await writeTransaction(strapi, async (trx) => {
    const place = { resource: 'model', row_id: number, transition };
    if (await trx('audit_entries').where(place).first('id')) return;
    await writeEntries(trx, [
      {
        actor: by,
        action: 'model',
        resource: 'model',
        rowId: number,
        documentId: 'model',
        rev: number,
        transition,
        reason: publication.note,
        changes: { version: transition === 'publish' ? [from, folder] : [folder, from] },
        stateHash: null,
      },
    ]);
  });
}

async function finish(strapi: Core.Strapi, begun: Publication): Promise<void> {
  const { modelDir } = readEnvironment();
  let publication = begun;
  const move = (change: Parameters<typeof movePublication>[2]) => {
    publication = movePublication(modelDir, publication, change);
  };
  if (publication.step === 'backup') {
    await untilAllServe(strapi);
    move({ step: 'clearing', backup: await backUp(strapi, publication) });
  }
  if (publication.step === 'clearing') {
    await clearValues(strapi, publication);
    move({ step: 'dropping' });
  }
  if (publication.step === 'dropping') {
    faultPoint('dropping');
    await drop(strapi, publication);
    move({ step: 'done' });
  }
}
