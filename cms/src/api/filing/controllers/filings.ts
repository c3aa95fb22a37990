import type { Context } from 'koa';
import { unitFigures } from '../../../filing/figures';
import { filingOverview, filingParties, ownDuties } from '../../../filing/overview';
import { actorOf } from '../../../guard/handlers';

export default () => ({
  async overview(ctx: Context) {
    ctx.body = { data: await filingOverview(actorOf(ctx), ctx.query), meta: {} };
  },
  async parties(ctx: Context) {
    ctx.body = await filingParties(actorOf(ctx), ctx.query);
  },
  async own(ctx: Context) {
    ctx.body = { data: await ownDuties(actorOf(ctx), ctx.query), meta: {} };
  },
  async figures(ctx: Context) {
    ctx.body = { data: await unitFigures(actorOf(ctx), String(ctx.query.unit)), meta: {} };
  },
});
