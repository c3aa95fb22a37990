import { useEffect } from 'react';
import { confirmSession } from '../../providers/auth';
import { onSignedIn } from '../../providers/http';
import { isDown, onLineBack, watchLine } from '../../providers/line';
import { getOutbox } from '../../providers/outbox';
import { useSession } from '../../providers/session';

/** How often is looked for what an earlier try has left, in milliseconds. */
const EVERY = 15_000;

let sending: Promise<void> | null = null;

async function sendOnce(account: string): Promise<void> {
  if (await confirmSession().catch(() => false)) await getOutbox().send(account);
}

/** Sends what waits on this device; calls that come meanwhile share the one run. */
export function sendWaiting(account: string): Promise<void> {
  sending ??= sendOnce(account).finally(() => {
    sending = null;
  });
  return sending;
}

/** Sends what waits on this device: when the console opens, when the server is back, and what was left by then. */
export function useOutbox(): void {
  const { documentId: account } = useSession().actor;
  useEffect(() => {
    const send = () => void sendWaiting(account);
    const again = () => {
      if (!isDown() && getOutbox().waiting(account) > 0) send();
    };
    const stops = [watchLine(), onLineBack(send), onSignedIn(send)];
    const timer = setInterval(again, EVERY);
    if (!isDown()) send();
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }, [account]);
}
