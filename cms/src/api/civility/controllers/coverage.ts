import type { Context } from 'koa';
import { indicatorCoverage } from '../../../civility/indicator-coverage';
import { actorOf } from '../../../guard/handlers';

export default () => ({
  async find(ctx: Context) {
    ctx.body = await indicatorCoverage(actorOf(ctx), ctx.query);
  },
});
