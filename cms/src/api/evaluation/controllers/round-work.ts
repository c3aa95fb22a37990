import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { explainUnit } from '../../../evaluation/explanation';
import { planRound, readPlanInput } from '../../../evaluation/plan-round';
import { roundProgress } from '../../../evaluation/progress';
import { sheetForScoring } from '../../../evaluation/sheet';
import { roundSummary } from '../../../evaluation/summary';
import { actorOf, dataOf } from '../../../guard/handlers';

const idOf = (ctx: Context) => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async plan(ctx: Context) {
    ctx.body = { data: await planRound(strapi, actorOf(ctx), idOf(ctx), readPlanInput(dataOf(ctx))) };
  },

  async progress(ctx: Context) {
    ctx.body = { data: await roundProgress(actorOf(ctx), idOf(ctx)) };
  },

  async summary(ctx: Context) {
    const { body, version } = await roundSummary(actorOf(ctx), idOf(ctx));
    ctx.set('ETag', `"${version}"`);
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.status = 200;
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    ctx.type = 'application/json';
    ctx.body = body;
  },

  async explanation(ctx: Context) {
    ctx.body = { data: await explainUnit(strapi, actorOf(ctx), idOf(ctx), String(ctx.params.unitId)) };
  },

  async sheet(ctx: Context) {
    ctx.body = { data: await sheetForScoring(actorOf(ctx), idOf(ctx)) };
  },
});
