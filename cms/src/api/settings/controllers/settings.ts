import type { Context } from 'koa';
import { actorOf, dataOf } from '../../../guard/handlers';
import { presentWords } from '../../../modelling/described';
import { expressionNames, tryExpression } from '../../../settings/try-expression';

export default () => ({
  async wordKeys(ctx: Context) {
    ctx.body = { data: presentWords(), meta: {} };
  },

  async names(ctx: Context) {
    ctx.body = { data: expressionNames(String(ctx.query.resource ?? '')), meta: {} };
  },

  async tryColumn(ctx: Context) {
    ctx.body = { data: await tryExpression(actorOf(ctx), dataOf(ctx)), meta: {} };
  },
});
