import type { Context, Next } from 'koa';
import { localeOf } from '../guard/errors';
import { copyOf } from '../modelling/builder/copy';

const VIEW = /^\/content-manager\/(?:content-types|components)\/[^/]+\/configuration$/;
const WORDS = {
  zh: '列表和表单的布局随内容模型发布。请在控制台“内容模型”页打开模型编辑器,在那里设置后发布。',
  en: 'Lists and forms are laid out with the model: open the builder from the page “Content models” of the console, then publish.',
};

/** Views belong to the model, which is only changed by way of the draft. */
export default () => async (ctx: Context, next: Next) => {
  const laysOut = ctx.method === 'PUT' && VIEW.test(ctx.path);
  if (!laysOut || copyOf() || process.env.NODE_ENV !== 'production') return next();
  const message = WORDS[localeOf(ctx.get('accept-language'))];
  ctx.status = 403;
  ctx.body = { data: null, error: { status: 403, name: 'ForbiddenError', message, details: {} } };
};
