import { fieldError } from '@jiedui/shared/model';
import type { Context } from 'koa';
import { Refusal } from '../guard/errors';
import { LIMITS } from './limits';

type Sent = { filepath?: string; originalFilename?: string | null; size?: number };

/** The one workbook that a request sends in its part `file`. */
export function uploadedWorkbook(ctx: Context): { path: string; name: string } {
  const sent = (ctx.request as { files?: Record<string, unknown> }).files?.file;
  const file = (Array.isArray(sent) ? sent[0] : sent) as Sent | undefined;
  if (!file?.filepath) throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['file'], 'REQUIRED')] });
  if ((file.size ?? 0) > LIMITS.fileBytes) throw new Refusal(413, 'FILE_TOO_LARGE');
  return { path: file.filepath, name: file.originalFilename ?? 'import.xlsx' };
}

/** Answers with a workbook to save. */
export function sendWorkbook(ctx: Context, name: string, content: Buffer): void {
  ctx.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.body = content;
}
