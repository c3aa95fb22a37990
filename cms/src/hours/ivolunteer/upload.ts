import { rm } from 'node:fs/promises';
import { type IvolunteerMapping, mappingSchema, NEEDED_FIELDS } from '@jiedui/shared/hours';
import { fieldError } from '@jiedui/shared/model';
import type { Context } from 'koa';
import { Refusal } from '../../guard/errors';
import { uploadedWorkbook } from '../../workbook/upload';

export type Upload = {
  path: string;
  name: string;
  mapping: IvolunteerMapping | null;
  body: Record<string, unknown>;
};

/** An export in the part `file` and how it is to be read in the part `mapping`; the file goes with the request. */
export async function withUpload<T>(ctx: Context, work: (upload: Upload) => Promise<T>): Promise<T> {
  const { path, name } = uploadedWorkbook(ctx);
  try {
    const body = ((ctx.request as { body?: unknown }).body ?? {}) as Record<string, unknown>;
    return await work({ path, name, mapping: mappingOf(body.mapping), body });
  } finally {
    // Whole identity numbers stand in it.
    await rm(path, { force: true });
  }
}

function mappingOf(text: unknown): IvolunteerMapping | null {
  if (text === undefined || text === '') return null;
  const read = mappingSchema.safeParse(parsed(text));
  const lacking = read.success && NEEDED_FIELDS.find((field) => !read.data.columns[field]?.length);
  if (!read.success || lacking) {
    const path = lacking ? ['mapping', 'columns', lacking] : ['mapping'];
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(path, lacking ? 'REQUIRED' : 'WRONG_TYPE')] });
  }
  return read.data;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
