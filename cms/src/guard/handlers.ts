import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { recordHistory } from '../audit/history';
import { addFiles, removeFile } from '../files/record-files';
import { exportRecords } from '../read/export';
import { findRecord, listRecords, listRequested } from '../read/list';
import { type Model, modelOfUid } from '../read/model';
import { waitingRows } from '../workbench/waiting-rows';
import { changeRecord, createRecord, removeRecord, takeStep, type Write } from '../write/actions';
import type { Values } from '../write/column-values';
import { Refusal } from './errors';
import { once } from './request-key';

type Handler = (ctx: Context) => Promise<void>;

/** Everything the API does with a record type, the same for every type. */
export type RecordHandlers = Record<
  | 'find'
  | 'findOne'
  | 'create'
  | 'update'
  | 'delete'
  | 'transition'
  | 'history'
  | 'export'
  | 'addFiles'
  | 'removeFile',
  Handler
>;

export const actorOf = (ctx: Context): Actor => ctx.state.actor as Actor;

export function recordHandlers(strapi: Core.Strapi, uid: string): RecordHandlers {
  const model = (): Model => {
    const found = modelOfUid(uid);
    if (!found) throw new Error(`${uid} is no guarded type`);
    return found;
  };
  // Looked for in the text first: reading the query of every list anew would cost more than the list.
  const waitingOf = async (ctx: Context) =>
    ctx.querystring.includes('waiting') ? waitingRows(model(), actorOf(ctx), ctx.query.waiting) : null;
  /** Writes once, and answers where the record is to be read: also a repeated request, as it is by then. */
  const write = (ctx: Context, work: (write: Write) => Promise<string>): Promise<string> =>
    once(ctx, actorOf(ctx).id, (request) =>
      work({ strapi, actor: actorOf(ctx), model: model(), once: request }),
    );
  const writeOwn = (ctx: Context, work: (write: Write, id: string, rev: number) => Promise<unknown>) =>
    write(ctx, async (by) => {
      const id = idOf(ctx);
      await withCurrent(ctx, () => work(by, id, revOf(ctx)));
      return id;
    });
  const answer = async (ctx: Context, documentId: string, status = 200) => {
    ctx.status = status;
    ctx.body = { data: await findRecord(model(), actorOf(ctx), documentId, populateOf(ctx)), meta: {} };
  };
  /** A step may take the record out of the hands of who took it: there is nothing to show them then. */
  const answerIfStillThere = async (ctx: Context, id: string) => {
    try {
      await answer(ctx, id);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'NOT_FOUND') throw error;
      ctx.body = null;
      ctx.status = 204;
    }
  };
  return {
    async find(ctx) {
      const only = await waitingOf(ctx);
      if (!only) {
        ctx.body = await listRequested(model(), actorOf(ctx), ctx);
        return;
      }
      const { waiting: _, ...query } = ctx.query as Record<string, unknown>;
      ctx.body = await listRecords(model(), actorOf(ctx), query, only);
    },
    async findOne(ctx) {
      await answer(ctx, idOf(ctx));
    },
    async create(ctx) {
      const id = await write(ctx, async (by) => (await createRecord(by, dataOf(ctx))).documentId);
      await answer(ctx, id, 201);
    },
    async update(ctx) {
      const id = await writeOwn(ctx, (by, id, rev) => changeRecord(by, id, rev, dataOf(ctx)));
      await answer(ctx, id);
    },
    async delete(ctx) {
      const reason = reasonOf(ctx);
      await writeOwn(ctx, (by, id, rev) => removeRecord(by, id, rev, reason));
      ctx.status = 204;
    },
    async transition(ctx) {
      const reason = reasonOf(ctx);
      const name = String(ctx.params.name);
      const id = await writeOwn(ctx, (by, at, rev) => takeStep(by, at, rev, name, reason));
      await answerIfStillThere(ctx, id);
    },
    async history(ctx) {
      await findRecord(model(), actorOf(ctx), idOf(ctx), { fields: ['documentId'] });
      ctx.body = { data: await recordHistory(model(), actorOf(ctx), idOf(ctx)), meta: {} };
    },
    async export(ctx) {
      await exportRecords(model(), ctx, await waitingOf(ctx));
    },
    async addFiles(ctx) {
      const field = String(ctx.params.field);
      await answer(ctx, await writeOwn(ctx, (by, id, rev) => addFiles(by, id, rev, field, ctx)), 201);
    },
    async removeFile(ctx) {
      const { field, fileId } = ctx.params as { field: string; fileId: string };
      await answer(ctx, await writeOwn(ctx, (by, id, rev) => removeFile(by, id, rev, field, fileId)));
    },
  };

  /** A clash answers with the record as it is now, so that nobody has to guess what the other one did. */
  async function withCurrent(ctx: Context, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'REV_CONFLICT') throw error;
      const current = await findRecord(model(), actorOf(ctx), idOf(ctx), populateOf(ctx));
      throw new Refusal(409, 'REV_CONFLICT', { current });
    }
  }
}

const idOf = (ctx: Context): string => String(ctx.params.id);

function populateOf(ctx: Context): Record<string, unknown> {
  const { fields, populate, computed = '*' } = ctx.query as Record<string, unknown>;
  return { fields, populate, computed };
}

const NO_DATA = {
  zh: '没有收到要提交的内容,应放在 data 中。',
  en: 'Nothing was sent: the values belong into data.',
};

export function dataOf(ctx: Context): Values {
  const body = (ctx.request as { body?: unknown }).body;
  const data = typeof body === 'object' && body !== null ? (body as Record<string, unknown>).data : null;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['data'], 'REQUIRED', NO_DATA)] });
  }
  return data as Values;
}

export function reasonOf(ctx: Context): string | null {
  const body = (ctx.request as { body?: { data?: { reason?: unknown } } }).body;
  const reason = body?.data?.reason;
  return typeof reason === 'string' && reason.trim() ? reason.trim().slice(0, 2000) : null;
}

/** The revision that the caller has seen, from `If-Match`. */
export function revOf(ctx: Context): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ctx.request.header['if-match'] ?? '');
  if (!match) throw new Refusal(428, 'REV_REQUIRED');
  return Number(match[1]);
}
