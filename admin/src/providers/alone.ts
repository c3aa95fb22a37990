const held = new Map<string, Promise<unknown>>();

/**
 * Does something that only one window of this browser may do at a time; answers false at once, without doing it, when
 * another one is at it. A browser gives out its locks over https only: elsewhere this window alone is minded.
 */
export async function ifAlone(name: string, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks) {
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  }
  if (held.has(name)) return false;
  await hold(name, work);
  return true;
}

/** Waits until no other window does it, and holds it until `signal` says so. `onHeld` is called when it begins. */
export function holdAlone(name: string, signal: AbortSignal, onHeld: () => void): void {
  const work = () => {
    if (signal.aborted) return Promise.resolve();
    onHeld();
    return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  };
  // Given up before it was its turn.
  const nothing = () => undefined;
  if (navigator.locks) navigator.locks.request(name, { signal }, work).catch(nothing);
  else void (held.get(name) ?? Promise.resolve()).then(() => hold(name, work));
}

async function hold(name: string, work: () => Promise<void>): Promise<void> {
  const done = work();
  held.set(name, done);
  await done.finally(() => held.delete(name));
}
