import type { Context } from 'koa';
import { unitFigures } from '../../../filing/figures';
import { filingOverview, filingParties, ownDuties } from '../../../filing/overview';
import { actorOf } from '../../../guard/handlers';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';

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
    const unit = await findRecord(modelOf('unit'), actorOf(ctx), String(ctx.query.unit), {
      fields: ['documentId'],
    });
    ctx.body = { data: await unitFigures(actorOf(ctx), unit.id), meta: {} };
  },
});
