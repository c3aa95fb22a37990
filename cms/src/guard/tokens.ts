import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from './errors';
import { forgetSessions } from './session';

type Issued = { token: string } | { error: string };
type Manager = {
  generateRefreshToken(
    userId: string,
    deviceId: string | undefined,
    options: { type: 'refresh' },
  ): Promise<{ token: string }>;
  generateAccessToken(refreshToken: string): Promise<Issued>;
  rotateRefreshToken(refreshToken: string): Promise<Issued>;
  validateRefreshToken(token: string): Promise<{ isValid: boolean; userId?: string; sessionId?: string }>;
  revokeSessionById(userId: string, sessionId: string): Promise<boolean>;
  invalidateRefreshToken(userId: string): Promise<void>;
};

type Cookie = { name: string; path: string; sameSite: 'strict'; secure: boolean; maxAge: number };

const managerOf = (strapi: Core.Strapi): Manager =>
  (strapi as unknown as { sessionManager(origin: string): Manager }).sessionManager('users-permissions');

const cookieOf = (strapi: Core.Strapi): Cookie =>
  strapi.config.get('plugin::users-permissions.sessions.cookie') as Cookie;

function setCookie(strapi: Core.Strapi, ctx: Context, token: string | null): void {
  const { name, maxAge, ...options } = cookieOf(strapi);
  const life = token ? { maxAge } : { expires: new Date(0) };
  ctx.cookies.set(name, token ?? '', { httpOnly: true, overwrite: true, ...options, ...life });
}

async function accessToken(strapi: Core.Strapi, refreshToken: string): Promise<string> {
  const issued = await managerOf(strapi).generateAccessToken(refreshToken);
  if ('error' in issued) throw new Refusal(401, 'SIGN_IN_REQUIRED');
  return issued.token;
}

/** Opens a session: the refresh token goes into an httpOnly cookie, the short access token into the answer. */
export async function openSession(strapi: Core.Strapi, ctx: Context, userId: number): Promise<string> {
  const refresh = await managerOf(strapi).generateRefreshToken(String(userId), undefined, {
    type: 'refresh',
  });
  setCookie(strapi, ctx, refresh.token);
  return accessToken(strapi, refresh.token);
}

/** A new access token for the session of the cookie; null where there is no session: nobody is signed in. */
export async function renewSession(strapi: Core.Strapi, ctx: Context): Promise<string | null> {
  const token = ctx.cookies.get(cookieOf(strapi).name);
  if (!token) return null;
  const rotated = await managerOf(strapi).rotateRefreshToken(token);
  if ('error' in rotated) {
    setCookie(strapi, ctx, null);
    return null;
  }
  setCookie(strapi, ctx, rotated.token);
  return accessToken(strapi, rotated.token);
}

/** Ends the session of the cookie; harmless where there is none. */
export async function closeSession(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const token = ctx.cookies.get(cookieOf(strapi).name);
  if (token) {
    const { isValid, userId, sessionId } = await managerOf(strapi).validateRefreshToken(token);
    if (isValid && userId && sessionId) await managerOf(strapi).revokeSessionById(userId, sessionId);
  }
  setCookie(strapi, ctx, null);
  forgetSessions();
}

/** Ends every session of an account, on all its devices. */
export async function closeAllSessions(strapi: Core.Strapi, userId: number): Promise<void> {
  await managerOf(strapi).invalidateRefreshToken(String(userId));
  forgetSessions();
}
