import { PassThrough } from 'node:stream';
import type { Actor } from '@jiedui/shared/access';
import { dayOf, timeOf } from '@jiedui/shared/calendar';
import type { Context } from 'koa';
import { classWords } from './bulletin';
import { publishedInputsOf } from './published-inputs';
import { publishedUnits, readPublished } from './published-result';
import { writeResultBook } from './result-workbook';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function attach(ctx: Context, type: string, name: string): void {
  ctx.type = type;
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.status = 200;
}

/** Answers with a Word document to save. */
export function sendDocument(ctx: Context, name: string, content: Buffer): void {
  attach(ctx, DOCUMENT, name);
  ctx.body = content;
}

/** Answers with the workbook of a published result, written as it is computed. */
export async function sendResultBook(ctx: Context, actor: Actor, resultId: string): Promise<void> {
  const result = await readPublished(actor, resultId);
  const units = await publishedUnits(result.id);
  const { round, frozen, number, last } = result;
  const { rubric } = frozen;
  const lines = [
    ['轮次', round.name],
    ['测评时间', `${round.opensOn} 至 ${round.closesOn}`],
    ['测评体系', rubric.example ? `${rubric.name}（示例）` : rubric.name],
    ['结果编号', last > number ? `第${number}号（已由第${last}号更正）` : `第${number}号`],
    ['签发时间', `${dayOf(result.signedAt)} ${timeOf(result.signedAt)}`],
    ['计算程序版本', result.engineVersion],
    ['冻结指纹', result.frozenHash],
    ['输入指纹', result.inputsHash],
    ['结果指纹', result.outcomeHash],
  ] as const;
  const stream = new PassThrough();
  attach(ctx, WORKBOOK, `测评结果-${round.name}-第${number}号.xlsx`);
  ctx.body = stream;
  const read = (asked: readonly string[]) => publishedInputsOf(result.id, asked);
  writeResultBook(stream, { rubric, units, classWords, lines }, read).catch((error: Error) =>
    stream.destroy(error),
  );
}
