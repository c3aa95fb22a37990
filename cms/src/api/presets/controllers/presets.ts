import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../../../guard/errors';
import { actorOf } from '../../../guard/handlers';
import { loadHolidays } from '../../../presets/holidays';
import { listPresets } from '../../../presets/list';
import { loadPlanPreset } from '../../../presets/plan';
import { asRubricPreset, loadRubricPreset } from '../../../presets/rubrics';
import { findRecord } from '../../../read/list';
import { modelOf } from '../../../read/model';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    ctx.body = { data: await listPresets(), meta: {} };
  },

  async plan(ctx: Context) {
    ctx.body = { data: await loadPlanPreset(strapi, actorOf(ctx)), meta: {} };
  },

  async holidays(ctx: Context) {
    ctx.body = { data: await loadHolidays(strapi, actorOf(ctx)), meta: {} };
  },

  async rubric(ctx: Context) {
    const code = asRubricPreset(String(ctx.params.key));
    if (!code) throw new Refusal(404, 'NOT_FOUND');
    const { documentId } = await loadRubricPreset(strapi, actorOf(ctx), code);
    ctx.status = 201;
    ctx.body = { data: await findRecord(modelOf('rubric'), actorOf(ctx), documentId), meta: {} };
  },
});
