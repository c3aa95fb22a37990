import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { commitExport } from '../../../hours/ivolunteer/commit';
import { planExport } from '../../../hours/ivolunteer/plan';
import { previewOf } from '../../../hours/ivolunteer/preview';
import { readExport } from '../../../hours/ivolunteer/read-export';
import { suggestionsFor } from '../../../hours/ivolunteer/suggestions';
import { withUpload } from '../../../hours/ivolunteer/upload';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async preview(ctx: Context) {
    await withUpload(ctx, async ({ path, mapping }) => {
      const plan = await planExport(strapi.db.connection, await readExport(path), mapping);
      ctx.body = { data: previewOf(plan), meta: {} };
    });
  },

  async commit(ctx: Context) {
    await withUpload(ctx, async ({ path, name, mapping, body }) => {
      const plan = await planExport(strapi.db.connection, await readExport(path), mapping);
      const addPeople = body.addPeople === 'true';
      const formName = typeof body.formName === 'string' ? body.formName : '';
      ctx.body = {
        data: await commitExport(strapi, actorOf(ctx), { name, plan, addPeople, formName }),
        meta: {},
      };
      ctx.status = 201;
    });
  },

  async suggestions(ctx: Context) {
    ctx.body = { data: await suggestionsFor(actorOf(ctx), String(ctx.params.id)), meta: {} };
  },
});
