import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { lateNotices, noticeReport } from '../../../publication/notice-report';
import { publicSchedule } from '../../../publication/public-schedule';
import { countRead } from '../../../publication/read-limit';

/** How long anybody on the way may keep a site's page, in seconds. */
const KEPT = 60;

export default () => ({
  async schedule(ctx: Context) {
    await countRead(ctx.ip);
    ctx.body = { data: await publicSchedule(String(ctx.params.site), ctx.query.month), meta: {} };
    ctx.set('Cache-Control', `public, max-age=${KEPT}`);
  },
  async report(ctx: Context) {
    ctx.body = await noticeReport(actorOf(ctx), ctx.query);
  },
  async activities(ctx: Context) {
    ctx.body = await lateNotices(actorOf(ctx), ctx.query);
  },
});
