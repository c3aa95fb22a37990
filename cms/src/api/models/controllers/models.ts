import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { modelsFor } from '../../../modelling/described';

export default () => ({
  async show(ctx: Context) {
    const described = modelsFor(actorOf(ctx).role);
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.set('ETag', `W/"${described.version.slice(0, 32)}-${actorOf(ctx).role}"`);
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    ctx.body = { data: described, meta: {} };
  },
});
