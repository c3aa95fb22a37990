import { STAFF_UID } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf, dataOf, recordHandlers, revOf } from '../../../guard/handlers';
import { hashPassword, newPassword } from '../../../guard/passwords';
import { forgetSessions } from '../../../guard/session';
import { closeAllSessions } from '../../../guard/tokens';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';
import { changeRecord, createRecord } from '../../../write/actions';

/** Accounts: guarded like every record; what is theirs alone is the password, shown once. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const records = recordHandlers(strapi, STAFF_UID);
  const write = (ctx: Context) => ({ strapi, actor: actorOf(ctx), model: modelOf('staff') });

  return {
    find: records.find,
    findOne: records.findOne,
    history: records.history,
    export: records.export,

    async create(ctx: Context) {
      const initialPassword = newPassword();
      const stored = await createRecord(write(ctx), dataOf(ctx), {
        password: await hashPassword(initialPassword),
      });
      const data = await findRecord(modelOf('staff'), actorOf(ctx), stored.documentId);
      ctx.status = 201;
      ctx.body = { data: { ...data, initialPassword }, meta: {} };
    },

    async update(ctx: Context) {
      await records.update(ctx);
      // A changed role or a blocked account counts at once, not when the token runs out.
      forgetSessions();
    },

    async resetPassword(ctx: Context) {
      const initialPassword = newPassword();
      const columns = { password: await hashPassword(initialPassword) };
      const stored = await changeRecord(write(ctx), String(ctx.params.id), revOf(ctx), {}, columns);
      await closeAllSessions(strapi, stored.id);
      const data = await findRecord(modelOf('staff'), actorOf(ctx), stored.documentId);
      ctx.body = { data: { ...data, initialPassword }, meta: {} };
    },
  };
};
