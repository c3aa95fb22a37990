import { type Actor, hasDuty } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { caseScorers, makeCalibration } from '../../../evaluation/calibration-case';
import { ownCalibration, roundCalibration } from '../../../evaluation/calibration-view';
import { changesOf } from '../../../evaluation/changes';
import { sheetEvidence } from '../../../evaluation/evidence';
import { explainUnit } from '../../../evaluation/explanation';
import { extendRound } from '../../../evaluation/extend-round';
import { planRound, readPlanInput } from '../../../evaluation/plan-round';
import { roundProgress } from '../../../evaluation/progress';
import { sheetForScoring } from '../../../evaluation/sheet';
import { unitStanding } from '../../../evaluation/standing';
import { roundSummary, summaryOf } from '../../../evaluation/summary';
import { summaryWorkbook } from '../../../evaluation/summary-workbook';
import { answerView, unitSpread } from '../../../evaluation/talk-view';
import { roundTrust } from '../../../evaluation/trust';
import { tryRubric } from '../../../evaluation/what-if';
import { Refusal } from '../../../guard/errors';
import { actorOf, dataOf } from '../../../guard/handlers';
import { sendWorkbook } from '../../../workbook/upload';

const idOf = (ctx: Context) => String(ctx.params.id);

/** The route asks for the right to read the summary; taking lists away is a right of its own. */
function requireTakingAway(actor: Actor): void {
  if (!hasDuty(actor.role, 'exportLists')) throw new Refusal(403, 'NOT_ALLOWED');
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async plan(ctx: Context) {
    ctx.body = { data: await planRound(strapi, actorOf(ctx), idOf(ctx), readPlanInput(dataOf(ctx))) };
  },

  async extend(ctx: Context) {
    ctx.body = { data: await extendRound(strapi, actorOf(ctx), idOf(ctx), dataOf(ctx)) };
  },

  async progress(ctx: Context) {
    ctx.body = { data: await roundProgress(strapi, actorOf(ctx), idOf(ctx)) };
  },

  async summary(ctx: Context) {
    const { body, gzipped, version } = await roundSummary(actorOf(ctx), idOf(ctx));
    const zipped = ctx.acceptsEncodings('gzip', 'identity') === 'gzip';
    // Two encodings are two representations, so each has its own tag.
    ctx.set('ETag', zipped ? `"${version}-gzip"` : `"${version}"`);
    ctx.set('Cache-Control', 'private, no-cache');
    ctx.vary('Accept-Encoding');
    ctx.status = 200;
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    if (zipped) ctx.set('Content-Encoding', 'gzip');
    ctx.type = 'application/json';
    ctx.body = zipped ? gzipped : body;
  },

  async exportSummary(ctx: Context) {
    const actor = actorOf(ctx);
    requireTakingAway(actor);
    const locale = ctx.query.locale === 'en' ? 'en' : 'zh';
    const summary = await summaryOf(actor, idOf(ctx));
    const title = locale === 'zh' ? '测评汇总' : 'Summary';
    sendWorkbook(ctx, `${title}-${summary.round.name}.xlsx`, await summaryWorkbook(summary, locale));
  },

  async explanation(ctx: Context) {
    ctx.body = { data: await explainUnit(strapi, actorOf(ctx), idOf(ctx), String(ctx.params.unitId)) };
  },

  async trust(ctx: Context) {
    const answer = await roundTrust(strapi, actorOf(ctx), idOf(ctx));
    ctx.status = answer.state === 'computing' ? 202 : 200;
    ctx.body = { data: answer };
  },

  async spread(ctx: Context) {
    ctx.body = { data: await unitSpread(strapi, actorOf(ctx), idOf(ctx), String(ctx.params.unitId)) };
  },

  async makeCalibration(ctx: Context) {
    ctx.body = { data: await makeCalibration(strapi, actorOf(ctx), idOf(ctx), dataOf(ctx)) };
    ctx.status = 201;
  },

  async caseScorers(ctx: Context) {
    ctx.body = { data: await caseScorers(strapi, actorOf(ctx), idOf(ctx), String(ctx.params.unitId)) };
  },

  async calibration(ctx: Context) {
    ctx.body = { data: await roundCalibration(strapi, actorOf(ctx), idOf(ctx)) };
  },

  async ownCalibration(ctx: Context) {
    ctx.body = { data: await ownCalibration(strapi, actorOf(ctx), idOf(ctx)) };
  },

  async talk(ctx: Context) {
    ctx.body = { data: await answerView(strapi, actorOf(ctx), idOf(ctx)) };
  },

  async whatIf(ctx: Context) {
    const round = typeof ctx.query.round === 'string' && ctx.query.round ? ctx.query.round : null;
    ctx.body = { data: await tryRubric(actorOf(ctx), idOf(ctx), round) };
  },

  async changes(ctx: Context) {
    ctx.body = { data: await changesOf(actorOf(ctx), idOf(ctx)) };
  },

  async standing(ctx: Context) {
    ctx.body = { data: await unitStanding(actorOf(ctx), idOf(ctx)) };
  },

  async sheet(ctx: Context) {
    ctx.body = { data: await sheetForScoring(actorOf(ctx), idOf(ctx)) };
  },

  async evidence(ctx: Context) {
    ctx.body = { data: await sheetEvidence(actorOf(ctx), idOf(ctx)) };
  },
});
