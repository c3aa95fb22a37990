import { type Actor, hasDuty } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { bulletinFor, bulletinSentences } from '../../../evaluation/bulletin';
import { bulletinDocument } from '../../../evaluation/bulletin-document';
import { beginReports } from '../../../evaluation/report-archive';
import { sendDocument, sendResultBook } from '../../../evaluation/send-outputs';
import { unitReport } from '../../../evaluation/unit-report';
import { Refusal } from '../../../guard/errors';
import { actorOf } from '../../../guard/handlers';
import { shownOf } from '../../../made-files/take';

const idOf = (ctx: Context) => String(ctx.params.id);

/** Reading a result is one right, taking it away another. */
function taking(ctx: Context): Actor {
  const actor = actorOf(ctx);
  if (!hasDuty(actor.role, 'exportLists')) throw new Refusal(403, 'NOT_ALLOWED');
  return actor;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async workbook(ctx: Context) {
    await sendResultBook(ctx, taking(ctx), idOf(ctx));
  },

  async bulletin(ctx: Context) {
    const issued = await bulletinFor(taking(ctx), idOf(ctx));
    const name = `通报-${issued.round.name}-第${issued.number}号.docx`;
    sendDocument(ctx, name, await bulletinDocument(issued));
  },

  async sentences(ctx: Context) {
    ctx.body = { data: await bulletinSentences(actorOf(ctx), idOf(ctx)) };
  },

  async reports(ctx: Context) {
    ctx.status = 202;
    ctx.body = { data: shownOf(await beginReports(strapi, actorOf(ctx), idOf(ctx))) };
  },

  async report(ctx: Context) {
    const { name, content } = await unitReport(taking(ctx), idOf(ctx));
    sendDocument(ctx, name, content);
  },
});
