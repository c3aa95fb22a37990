import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { startVersion } from '../../../evaluation/rubric-versions';
import { actorOf, reasonOf } from '../../../guard/handlers';
import { once } from '../../../guard/request-key';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    const actor = actorOf(ctx);
    const model = modelOf('rubric');
    const id = await once(ctx, actor.id, (request) =>
      startVersion({ strapi, actor, model, once: request }, String(ctx.params.id), reasonOf(ctx)),
    );
    ctx.status = 201;
    ctx.body = { data: await findRecord(model, actor, id), meta: {} };
  },
});
