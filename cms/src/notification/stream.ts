import { PassThrough } from 'node:stream';
import type { Context } from 'koa';
import { unreadOfAll } from './inbox';

/**
 * Live notices as server-sent events. A process looks for changes itself, by one query for all who listen to it: that
 * works alike on both databases and with any number of processes, and also tells what was read in another window.
 */
const LOOK_EVERY = 2_000;

/** A stream ends after this long and the console opens the next one: nobody listens on a session that is over. */
const LASTS = 2 * 60_000;

type Listener = { account: number; stream: PassThrough; told: number | null };

const listeners = new Set<Listener>();
let timer: NodeJS.Timeout | null = null;
let closing = false;

/** Answers with how many notices are unread, at once and whenever it changes. */
export async function listen(ctx: Context, account: number): Promise<void> {
  const stream = new PassThrough();
  const listener: Listener = { account, stream, told: null };
  ctx.set('Content-Type', 'text/event-stream; charset=utf-8');
  ctx.set('Cache-Control', 'no-cache, no-transform');
  // A proxy that collects the answer before it sends it would make "live" a matter of minutes.
  ctx.set('X-Accel-Buffering', 'no');
  ctx.status = 200;
  ctx.body = stream;
  stream.write('retry: 2000\n\n');
  listeners.add(listener);
  const end = setTimeout(() => stream.end(), closing ? 0 : LASTS).unref();
  stream.once('close', () => {
    clearTimeout(end);
    listeners.delete(listener);
    if (listeners.size === 0) rest();
  });
  timer ??= setInterval(() => void look([...listeners]).catch(() => undefined), LOOK_EVERY).unref();
  await look([listener]);
}

/** Ends every stream, so that a server that is to end need not wait for it. */
export function endStreams(): void {
  closing = true;
  for (const { stream } of listeners) stream.end();
}

function rest(): void {
  if (timer) clearInterval(timer);
  timer = null;
}

async function look(asking: readonly Listener[]): Promise<void> {
  const unread = await unreadOfAll([...new Set(asking.map(({ account }) => account))]);
  for (const listener of asking) {
    const now = unread.get(listener.account) ?? 0;
    if (now === listener.told || !listener.stream.writable) continue;
    listener.told = now;
    listener.stream.write(`event: unread\ndata: ${now}\n\n`);
  }
}
