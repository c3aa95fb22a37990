import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { modelsAnswer } from '../../../modelling/models-answer';

export default () => ({
  async show(ctx: Context) {
    const { etag, body, gzipped } = await modelsAnswer(actorOf(ctx).role);
    const zipped = ctx.acceptsEncodings('gzip', 'identity') === 'gzip';
    ctx.vary('Accept-Encoding');
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.set('ETag', etag);
    ctx.status = 200;
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    if (zipped) ctx.set('Content-Encoding', 'gzip');
    ctx.type = 'application/json';
    ctx.body = zipped ? gzipped : body;
  },
});
