import type { Context } from 'koa';
import { sendFile } from '../../../files/send-file';
import { actorOf } from '../../../guard/handlers';

export default () => ({
  async send(ctx: Context) {
    await sendFile(ctx, actorOf(ctx), String(ctx.params.fileId), ctx.query.size === 'thumbnail');
  },
});
