import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { exportStatistics } from '../../../story/statistics/export';
import { storyStatistics } from '../../../story/statistics/statistics';

export default () => ({
  async find(ctx: Context) {
    ctx.body = await storyStatistics(actorOf(ctx), ctx.query);
  },
  async export(ctx: Context) {
    await exportStatistics(actorOf(ctx), ctx);
  },
});
