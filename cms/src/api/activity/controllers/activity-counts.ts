import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { countsByDay, countsByUnitMonth } from '../../../read/activity-counts';

export default () => ({
  async byDay(ctx: Context) {
    ctx.body = { data: await countsByDay(actorOf(ctx), ctx.query), meta: {} };
  },
  async byUnitMonth(ctx: Context) {
    ctx.body = { data: await countsByUnitMonth(actorOf(ctx), ctx.query), meta: {} };
  },
});
