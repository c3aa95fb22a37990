import { fieldError, findUnstorable } from '@jiedui/shared/model';
import type { Context, Next } from 'koa';
import { Refusal } from '../guard/errors';

type Sent = { body?: unknown; files?: Record<string, SentFile | SentFile[]> };
type SentFile = { originalFilename?: string | null };

/**
 * Refuses every text that the database could not give back as it was sent, wherever in a request it stands: what is
 * read later must be what was signed by the audit.
 */
export default () => (ctx: Context, next: Next) => {
  if (!ctx.path.startsWith('/api/')) return next();
  const { body, files = {} } = ctx.request as Sent;
  const path = findUnstorable(body) ?? wrongName(files);
  if (!path) return next();
  const field = path[0] === 'data' ? path.slice(1) : path;
  throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(field, 'BAD_CHARACTERS')] });
};

function wrongName(files: NonNullable<Sent['files']>): string[] | null {
  for (const [part, sent] of Object.entries(files)) {
    const names = [sent].flat().map(({ originalFilename }) => originalFilename ?? '');
    if (findUnstorable(names)) return [part];
  }
  return null;
}
