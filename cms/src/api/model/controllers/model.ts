import { namesToConfirm } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { Refusal } from '../../../guard/errors';
import { actorOf, dataOf } from '../../../guard/handlers';
import { stopBuilder } from '../../../modelling/builder/ask';
import { planDraft } from '../../../modelling/draft-plan';
import { latestPublications, publishDraft, restoreVersion, shown } from '../../../modelling/publish';

const CONSENT = z.object({
  plan: z.string().max(100),
  confirm: z.array(z.string().max(500)).max(1000).default([]),
  note: z.string().trim().max(2000).nullish(),
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async plan(ctx: Context) {
    const { plan, hash, changes } = await planDraft(strapi);
    const entries = plan.entries.map(({ measure: _, ...entry }) => entry);
    ctx.body = { data: { entries, names: namesToConfirm(plan), hash, changes } };
  },

  async publications(ctx: Context) {
    ctx.body = { data: latestPublications() };
  },

  async publish(ctx: Context) {
    const consent = CONSENT.safeParse(dataOf(ctx));
    if (!consent.success) throw new Refusal(400, 'BAD_INPUT');
    const { note = null, ...rest } = consent.data;
    ctx.body = { data: shown(await publishDraft(strapi, actorOf(ctx), { ...rest, note: note || null })) };
    // What is published is what the copy holds: nothing is left to do there.
    await stopBuilder();
    ctx.status = 202;
  },

  async restore(ctx: Context) {
    restoreVersion(Number(ctx.params.number));
    ctx.status = 204;
  },
});
