import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { finishedFile, requireFile, shownOf } from '../../../made-files/take';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async show(ctx: Context) {
    ctx.body = { data: shownOf(await requireFile(strapi, actorOf(ctx), String(ctx.params.id))) };
  },

  async file(ctx: Context) {
    const { place, fileName } = await finishedFile(strapi, actorOf(ctx), String(ctx.params.id));
    ctx.type = 'application/zip';
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    ctx.body = createReadStream(place);
  },
});
