import { randomBytes, timingSafeEqual } from 'node:crypto';
import { STAFF_UID } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { OFFICE } from '../../demo/accounts';
import { openSession } from '../../guard/tokens';
import type { Copy } from './copy';

type Issued = { token: string } | { error: string };
type Manager = {
  generateRefreshToken(userId: string, deviceId: string, options: object): Promise<{ token: string }>;
  generateAccessToken(refreshToken: string): Promise<Issued>;
};

/** The cookie by which a browser that has come in is known again. */
const SEAT = 'jiedui_builder_seat';
/** Strapi's own name of it, which nobody can choose. */
export const PANEL_COOKIE = 'strapi_admin_refresh';
const BUILDER = '/admin/plugins/content-type-builder';

let asked = 0;

/** Whether the request comes from a browser that has come in by a link. */
export function isSeated(ctx: Context, { seat }: Copy): boolean {
  const given = Buffer.from(ctx.cookies.get(SEAT, { signed: false }) ?? '');
  const wanted = Buffer.from(seat);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Lets a browser in by its link, once, and signs it in where the link leads. */
export async function enter(strapi: Core.Strapi, ctx: Context, copy: Copy): Promise<void> {
  const { key, to } = ctx.query;
  if (!isSeated(ctx, copy) && !(await isGood(String(key ?? '')))) return turnAway(ctx);
  ctx.cookies.set(SEAT, copy.seat, { signed: false, httpOnly: true, sameSite: 'lax', overwrite: true });
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  if (to === 'console') {
    await openSession(strapi, ctx, await officeAccount(strapi));
    ctx.redirect('/');
  } else await signInToPanel(strapi, ctx);
}

export function turnAway(ctx: Context): void {
  ctx.status = 403;
  ctx.set('Cache-Control', 'no-store');
  ctx.type = 'html';
  ctx.body = page(
    '请从控制台的“内容模型”页进入',
    '此链接已使用或已过期。请回到控制台的“内容模型”页重新打开。',
  );
}

/** The process that started the copy makes the keys, and knows which of them have been used. */
function isGood(key: string): Promise<boolean> {
  if (!key || !process.send) return Promise.resolve(false);
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const listener = (message: { type?: string; id?: number; good?: boolean }) => {
      if (message?.type !== 'entered' || message.id !== id) return;
      process.off('message', listener);
      resolve(message.good === true);
    };
    process.on('message', listener);
    process.send?.({ type: 'enter', id, key });
  });
}

/** As Strapi's own sign-in does it; the panel keeps its access token in the store of its own address. */
async function signInToPanel(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const manager = (strapi as unknown as { sessionManager(origin: string): Manager }).sessionManager('admin');
  const user = await strapi.db.query('admin::user').findOne({ where: { isActive: true } });
  const refresh = await manager.generateRefreshToken(String(user?.id), randomBytes(16).toString('hex'), {
    type: 'session',
  });
  const access = await manager.generateAccessToken(refresh.token);
  if ('error' in access) throw new Error(access.error);
  ctx.cookies.set(PANEL_COOKIE, refresh.token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/admin',
    overwrite: true,
  });
  const nonce = randomBytes(16).toString('base64');
  ctx.set('Content-Security-Policy', `default-src 'none'; script-src 'nonce-${nonce}'`);
  ctx.type = 'html';
  ctx.body = page(
    '正在进入模型编辑器…',
    '',
    `<script nonce="${nonce}">
localStorage.setItem('jwtToken', ${JSON.stringify(JSON.stringify(access.token))});
localStorage.setItem('isLoggedIn', 'true');
location.replace(${JSON.stringify(BUILDER)});
</script>`,
  );
}

async function officeAccount(strapi: Core.Strapi): Promise<number> {
  const account = await strapi.db.query(STAFF_UID).findOne({ where: { username: OFFICE } });
  return Number(account?.id);
}

const page = (title: string, text: string, more = '') =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p>${more}</html>`;
