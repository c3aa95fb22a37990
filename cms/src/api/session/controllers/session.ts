import { fieldError } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { clock, demonstrationDay } from '../../../clock';
import { Refusal } from '../../../guard/errors';
import { actorOf } from '../../../guard/handlers';
import { findAccount, hashPassword, requireGoodPassword } from '../../../guard/passwords';
import { closeAllSessions, closeSession, openSession, renewSession } from '../../../guard/tokens';
import { clearFailures, countFailure, requireTriesLeft } from '../../../guard/try-limits';
import { sessionFacts } from '../../../read/session-facts';
import { setPassword } from '../../../write/staff';

type Body = Record<string, unknown>;

function textOf(ctx: Context, key: string, longest: number): string {
  const value = (ctx.request as { body?: Body }).body?.[key];
  return typeof value === 'string' && value.length <= longest ? value : '';
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async signIn(ctx: Context) {
    const username = textOf(ctx, 'identifier', 120).normalize('NFKC').trim();
    const account = await withTries(username.toLowerCase(), ctx.ip, 'BAD_CREDENTIALS', () =>
      findAccount(username, textOf(ctx, 'password', 200)),
    );
    if (account.blocked) throw new Refusal(403, 'ACCOUNT_BLOCKED');
    ctx.body = { jwt: await openSession(strapi, ctx, account.id) };
  },

  async refresh(ctx: Context) {
    ctx.body = { jwt: await renewSession(strapi, ctx) };
  },

  async signOut(ctx: Context) {
    await closeSession(strapi, ctx);
    ctx.body = { ok: true };
  },

  async changePassword(ctx: Context) {
    const actor = actorOf(ctx);
    const current = textOf(ctx, 'currentPassword', 200);
    const password = textOf(ctx, 'password', 200);
    if (password !== textOf(ctx, 'passwordConfirmation', 200)) {
      const message = { zh: '两次输入的新密码不一致。', en: 'The two new passwords differ.' };
      throw new Refusal(400, 'BAD_INPUT', {
        errors: [fieldError(['passwordConfirmation'], 'WRONG_TYPE', message)],
      });
    }
    requireGoodPassword(password, current);
    const account = await withTries(`password:${actor.id}`, ctx.ip, 'PASSWORD_WRONG', () =>
      findAccount(actor.username, current),
    );
    await setPassword(strapi, actor, account, await hashPassword(password));
    await closeAllSessions(strapi, actor.id);
    ctx.body = { jwt: await openSession(strapi, ctx, actor.id) };
  },

  async show(ctx: Context) {
    const actor = actorOf(ctx);
    const now = clock().now();
    const { anchors, ...facts } = await sessionFacts(actor, now);
    const demo = demonstrationDay() !== null;
    ctx.body = { data: { actor: { ...actor, anchors }, now, demo, ...facts } };
  },
});

/** Looks an account up under the limit of failed tries. */
async function withTries<T>(
  account: string,
  address: string,
  failure: 'BAD_CREDENTIALS' | 'PASSWORD_WRONG',
  find: () => Promise<T | null>,
): Promise<T> {
  await requireTriesLeft(account, address);
  const found = await find();
  if (!found) {
    await countFailure(account, address);
    throw new Refusal(failure === 'PASSWORD_WRONG' ? 400 : 401, failure);
  }
  await clearFailures(account);
  return found;
}
