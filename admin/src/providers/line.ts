import { useSyncExternalStore } from 'react';

// Whether the server can be reached, from what becomes of requests: a device may have a network and no server.

/** Pauses between two looks for the server while it cannot be reached, in milliseconds; the last again and again. */
const PAUSES = [2_000, 5_000, 10_000, 30_000];
/** How long a look may take: a line that has died says nothing. */
const PATIENCE = 8_000;
/** What the server says when it lives; a hall's own sign-in page says something else. */
const ALIVE = 204;

let down = globalThis.navigator?.onLine === false;
let looks = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const returned = new Set<() => void>();

export const isDown = (): boolean => down;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the server cannot be reached at present. */
export const useLineDown = (): boolean => useSyncExternalStore(subscribe, isDown);

/** Called each time that the server can be reached again. */
export function onLineBack(listener: () => void): () => void {
  returned.add(listener);
  return () => returned.delete(listener);
}

/** What became of a request: it was answered, by whatever; or it was not. */
export function noteAnswer(answered: boolean): void {
  if (answered === !down) return;
  down = !answered;
  looks = 0;
  clearTimeout(timer);
  for (const listener of listeners) listener();
  if (down) lookLater();
  else for (const listener of returned) listener();
}

function lookLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), PAUSES[Math.min(looks, PAUSES.length - 1)]);
  looks += 1;
}

async function look(): Promise<void> {
  clearTimeout(timer);
  const alive = await fetch('/_health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ status }) => status === ALIVE,
    () => false,
  );
  if (alive) noteAnswer(true);
  else if (down) lookLater();
}

/** Listens to what the device knows of its network. */
export function watchLine(): () => void {
  const lost = () => noteAnswer(false);
  const perhaps = () => {
    if (down && document.visibilityState === 'visible') void look();
  };
  if (down) lookLater();
  window.addEventListener('offline', lost);
  window.addEventListener('online', perhaps);
  document.addEventListener('visibilitychange', perhaps);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('offline', lost);
    window.removeEventListener('online', perhaps);
    document.removeEventListener('visibilitychange', perhaps);
  };
}
