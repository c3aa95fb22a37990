import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Refusal } from '../guard/errors';
import { loadActor } from '../guard/session';
import { feedOf, noteUse } from './feeds';
import { calendarText } from './ics';

/**
 * Answers the address of a subscription with what its owner may read at this moment. An address that was revoked, or
 * whose account is blocked, is none.
 */
export async function sendFeed(strapi: Core.Strapi, ctx: Context, token: string): Promise<void> {
  const feed = await feedOf(token);
  const actor = feed && (await loadActor(feed.account));
  if (!feed || !actor) throw new Refusal(404, 'NOT_FOUND');
  const text = await calendarText(actor, feed);
  await noteUse(strapi, feed.id);
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.set('Content-Type', 'text/calendar; charset=utf-8');
  ctx.set('Content-Disposition', 'inline; filename="jiedui.ics"');
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  ctx.set('ETag', etag);
  // Not koa's `fresh`: a program that asks the server anew (`no-cache`) is just the one that gives what it has.
  if (ctx.get('If-None-Match') === etag) ctx.status = 304;
  else ctx.body = text;
}
