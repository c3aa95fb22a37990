import type { Context } from 'koa';
import { actorOf } from '../../../guard/handlers';
import { currentEdition, rulesFor } from '../../../ledger/asked';
import { ledgerCell } from '../../../ledger/cell';
import { ledgerCells } from '../../../ledger/cells';
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
  async cell(ctx: Context) {
    ctx.body = { data: await ledgerCell(actorOf(ctx), ctx.query), meta: {} };
  },
});
