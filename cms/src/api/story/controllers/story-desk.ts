import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf, dataOf } from '../../../guard/handlers';
import { once } from '../../../guard/request-key';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';
import { proposeStory } from '../../../story/desk/propose';
import { storyVersion, storyVersions } from '../../../story/desk/versions-view';

const idOf = (ctx: Context) => String(ctx.params.id);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async propose(ctx: Context) {
    const { activity, again } = dataOf(ctx);
    const actor = actorOf(ctx);
    const asked = { activity, again: again === true };
    const id = await once(ctx, actor.id, (key) => proposeStory(strapi, actor, asked, key));
    ctx.status = 201;
    ctx.body = { data: await findRecord(modelOf('story'), actor, id, {}), meta: {} };
  },

  async versions(ctx: Context) {
    ctx.body = { data: await storyVersions(actorOf(ctx), idOf(ctx)), meta: {} };
  },

  async version(ctx: Context) {
    const { version } = ctx.params as { version: string };
    ctx.body = { data: await storyVersion(actorOf(ctx), idOf(ctx), Number(version)), meta: {} };
  },
});
