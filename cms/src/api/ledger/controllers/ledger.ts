import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { currentEdition, rulesFor } from '../../../ledger/asked';
import { ledgerByCategory } from '../../../ledger/by-category';
import { ledgerCell } from '../../../ledger/cell';
import { ledgerCells } from '../../../ledger/cells';
import { ledgerDue, ledgerDueParties } from '../../../ledger/due';
import { exportLedger } from '../../../ledger/export';
import { ledgerOverview } from '../../../ledger/overview';

export default () => ({
  async rules(ctx: Context) {
    ctx.body = { data: rulesFor(actorOf(ctx), await currentEdition()), meta: {} };
  },
  async overview(ctx: Context) {
    ctx.body = { data: await ledgerOverview(actorOf(ctx), ctx.query), meta: {} };
  },
  async cells(ctx: Context) {
    ctx.body = await ledgerCells(actorOf(ctx), ctx.query);
  },
  async due(ctx: Context) {
    ctx.body = { data: await ledgerDue(actorOf(ctx), ctx.query), meta: {} };
  },
  async dueParties(ctx: Context) {
    ctx.body = await ledgerDueParties(actorOf(ctx), ctx.query);
  },
  async categories(ctx: Context) {
    ctx.body = await ledgerByCategory(actorOf(ctx), ctx.query);
  },
  async export(ctx: Context) {
    await exportLedger(actorOf(ctx), ctx);
  },
  async cell(ctx: Context) {
    ctx.body = { data: await ledgerCell(actorOf(ctx), ctx.query), meta: {} };
  },
});
