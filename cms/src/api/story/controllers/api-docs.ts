import type { Context } from 'koa';
import { sendDescription, sendDocs, sendDocsFile } from '../../../story/consumers/docs';

export default () => ({
  description: sendDescription,
  page: sendDocs,
  async file(ctx: Context) {
    await sendDocsFile(ctx, String(ctx.params.file));
  },
});
