import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readEnvironment } from '../../../environment';
import { actorOf, dataOf } from '../../../guard/handlers';
import { tellDue } from '../../../notification/due';
import { inbox, markRead } from '../../../notification/inbox';
import { choose, lastFailure, preferencesOf } from '../../../notification/preferences';
import { listen } from '../../../notification/stream';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    const actor = actorOf(ctx);
    await tellDue(strapi, actor);
    ctx.body = await inbox(actor, ctx.query);
  },
  async read(ctx: Context) {
    ctx.body = { data: { unread: await markRead(strapi, actorOf(ctx), dataOf(ctx)) }, meta: {} };
  },
  async stream(ctx: Context) {
    const actor = actorOf(ctx);
    await tellDue(strapi, actor);
    await listen(ctx, actor.id);
  },
  async preferences(ctx: Context) {
    const { id } = actorOf(ctx);
    const knex = strapi.db.connection;
    const data = (await preferencesOf(knex, [id])).get(id);
    const meta = { mail: readEnvironment().smtp !== null, failure: await lastFailure(knex, id) };
    ctx.body = { data, meta };
  },
  async choose(ctx: Context) {
    ctx.body = { data: await choose(strapi, actorOf(ctx), dataOf(ctx)), meta: {} };
  },
});
