import type { Context } from 'koa';
import { auditPage } from '../../../audit/history';
import { actorOf } from '../../../guard/handlers';

export default () => ({
  async list(ctx: Context) {
    ctx.body = await auditPage(ctx.query, actorOf(ctx));
  },
});
