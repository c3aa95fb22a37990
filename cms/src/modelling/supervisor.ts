import { Refusal } from '../guard/errors';

type Answer = { type: 'answer'; id: number; data?: unknown; error?: string };
type Waiting = { resolve(data: unknown): void; reject(error: Error): void };

const waiting = new Map<number, Waiting>();
let asked = 0;
let listening = false;

/**
 * Asks the process that holds the listening socket and starts the workers for something only it can do, by the name
 * of one of its handlers.
 */
export async function askSupervisor<T>(name: string, payload?: unknown): Promise<T> {
  requireSupervisor();
  listen();
  asked += 1;
  const id = asked;
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    process.send?.({ type: 'ask', id, name, payload });
  });
}

/** Refuses where nobody holds the socket but this process itself (development). */
export function requireSupervisor(): void {
  if (process.env.SUPERVISED !== 'on' || !process.connected) throw new Refusal(409, 'MODEL_NOT_SUPERVISED');
}

/** Calls a listener whenever the supervisor says that publications have moved. */
export function onPublicationsMoved(listener: () => void): void {
  process.on('message', (message: { type?: string }) => {
    if (message?.type === 'publications') listener();
  });
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('message', (message: Answer) => {
    if (message?.type !== 'answer') return;
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error === undefined) resolve?.(message.data);
    else reject?.(new Error(message.error));
  });
}
