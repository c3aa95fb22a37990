import type { Context } from 'koa';
import { auditPage } from '../../../audit/history';

export default () => ({
  async list(ctx: Context) {
    ctx.body = await auditPage(ctx.query);
  },
});
