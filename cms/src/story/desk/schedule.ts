import type { Actor } from '@jiedui/shared/access';
import type { FieldError } from '@jiedui/shared/model';
import { SCHEDULE_ROLE } from '@jiedui/shared/story';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { AuditActor } from '../../audit/entry';
import { clock } from '../../clock';
import { Refusal } from '../../guard/errors';
import { every } from '../../jobs/every';
import { withLease } from '../../jobs/lease';
import { filterParam } from '../../read/codec';
import { modelOf } from '../../read/model';
import { dialect } from '../../read/reader';
import { loadForWrite, stepWithin, transact } from '../../write/actions';
import { tellDesk } from './tell';

const PACE = 3_000;
const LEASE_SECONDS = 60;
const AT_ONCE = 50;

const SCHEDULED = MACHINES.story.transitions.schedule.to;

/** Who publishes by itself, as the log names it. */
const BY: AuditActor = { documentId: 'story-schedule', displayName: '定时刊发', role: 'operator' };

/** It may do what the desk may do, and belongs to nobody. */
const ACTOR: Actor = {
  id: 0,
  documentId: BY.documentId,
  username: BY.documentId,
  displayName: BY.displayName,
  role: SCHEDULE_ROLE,
  unit: null,
  station: null,
  town: null,
  department: null,
};

let stop: (() => Promise<void>) | null = null;

/** Publishes stories when their time has come, in one process at a time. */
export function startSchedule(strapi: Core.Strapi): void {
  stop = every(
    PACE,
    async () => {
      await withLease(strapi.db.connection, 'story-schedule', LEASE_SECONDS, () => publishDue(strapi));
    },
    (error) => strapi.log.error(error),
  );
}

export async function stopSchedule(): Promise<void> {
  await stop?.();
  stop = null;
}

type Due = { document_id: string; rev: number };

async function publishDue(strapi: Core.Strapi): Promise<void> {
  const now = filterParam({ type: 'datetime' }, clock().now(), dialect());
  const due: Due[] = await strapi.db
    .connection('stories')
    .where({ state: SCHEDULED })
    .where('scheduled_for', '<=', now)
    .orderBy(['scheduled_for', 'id'])
    .limit(AT_ONCE)
    .select('document_id', 'rev');
  for (const story of due) {
    try {
      await publishOne(strapi, story);
    } catch (error) {
      // The others are due all the same; this one is tried again at the next turn.
      strapi.log.error(error);
    }
  }
}

/**
 * The revision that was found due decides: whoever has published, changed or taken off the story meanwhile was first.
 * What holds it back by then sends it back to the desk, with the reason.
 */
async function publishOne(strapi: Core.Strapi, story: Due): Promise<void> {
  try {
    await take(strapi, story, 'publish', null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'REV_CONFLICT' || error.code === 'NOT_FOUND') return;
    await sendBack(strapi, story, error);
  }
}

const take = (strapi: Core.Strapi, { document_id, rev }: Due, name: string, reason: string | null) => {
  const model = modelOf('story');
  return transact(strapi, model, async (trx) => {
    const loaded = await loadForWrite(trx, model, ACTOR, 'transition', document_id, Number(rev));
    const after = await stepWithin({ strapi, trx, actor: ACTOR, model, ...loaded, reason }, name, BY);
    if (reason !== null) await tellHeldBack(trx, after, reason);
    return after;
  });
};

async function sendBack(strapi: Core.Strapi, story: Due, { details, message }: Refusal): Promise<void> {
  const errors = (details.errors ?? []) as FieldError[];
  const said = errors.map(({ message: words }) => words.zh).join('') || message;
  try {
    await take(strapi, story, 'unschedule', `定时刊发未成功:${said}`.slice(0, 2000));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

type Step = Parameters<typeof stepWithin>[0];

async function tellHeldBack(trx: Step['trx'], story: Step['stored'], reason: string): Promise<void> {
  await tellDesk(trx, story, {
    key: `story:heldBack:${story.documentId}:${story.values.rev}`,
    title: { zh: `定时刊发未成功:${story.values.title}`, en: `Not published on time: ${story.values.title}` },
    detail: { zh: reason, en: reason },
  });
}
