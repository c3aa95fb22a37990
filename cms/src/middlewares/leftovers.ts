import { rm } from 'node:fs/promises';
import type { Context, Next } from 'koa';

type Sent = { filepath?: string };

/**
 * Removes what an upload left in the temporary folder, however the request ended: Strapi does so only for
 * requests that went well, and refused ones would fill the disk.
 */
export default () => async (ctx: Context, next: Next) => {
  try {
    await next();
  } finally {
    const files = (ctx.request as { files?: Record<string, Sent | Sent[]> }).files;
    const sent = Object.values(files ?? {}).flat();
    await Promise.all(sent.map(({ filepath }) => (filepath ? rm(filepath, { force: true }) : null)));
  }
};
