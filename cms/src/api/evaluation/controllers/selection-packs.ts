import { createReadStream } from 'node:fs';
import { packDays } from '@jiedui/shared/selection';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf, dataOf } from '../../../guard/handlers';
import { packFile, requirePack, startPack } from '../../../selection/pack-job';

const idOf = (ctx: Context) => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async start(ctx: Context) {
    const { from, to } = dataOf(ctx);
    const days = packDays(from, to);
    if (Array.isArray(days)) throw new Refusal(422, 'BAD_INPUT', { errors: days });
    ctx.status = 202;
    ctx.body = { data: await startPack(strapi, actorOf(ctx), idOf(ctx), days) };
  },

  async show(ctx: Context) {
    ctx.body = { data: await requirePack(strapi, actorOf(ctx), idOf(ctx)) };
  },

  async file(ctx: Context) {
    const { file, fileName } = await packFile(strapi, actorOf(ctx), idOf(ctx));
    ctx.type = 'application/zip';
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    ctx.body = createReadStream(file);
  },
});
