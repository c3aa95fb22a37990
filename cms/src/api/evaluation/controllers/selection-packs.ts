import { packDays } from '@jiedui/shared/selection';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf, dataOf } from '../../../guard/handlers';
import { shownOf } from '../../../made-files/take';
import { beginPack } from '../../../selection/unit-pack';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async start(ctx: Context) {
    const { from, to } = dataOf(ctx);
    const days = packDays(from, to);
    if (Array.isArray(days)) throw new Refusal(422, 'BAD_INPUT', { errors: days });
    ctx.status = 202;
    ctx.body = { data: shownOf(await beginPack(strapi, actorOf(ctx), String(ctx.params.id), days)) };
  },
});
