import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { workbenchOf } from '../../../workbench/workbench';

export default () => ({
  async show(ctx: Context) {
    ctx.body = { data: await workbenchOf(actorOf(ctx), ctx.query.due === 'all'), meta: {} };
  },
});
