import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { pairingMatrix } from '../../../read/pairing-matrix';
import { siteTree } from '../../../read/site-tree';

export default () => ({
  async siteTree(ctx: Context) {
    ctx.body = await siteTree(actorOf(ctx));
  },
  async pairingMatrix(ctx: Context) {
    ctx.body = { data: await pairingMatrix(actorOf(ctx), ctx.query), meta: {} };
  },
});
