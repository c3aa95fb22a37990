import { createEventSource, type EventSourceClient } from 'eventsource-client';
import { useEffect, useSyncExternalStore } from 'react';
import { API_URL, hasToken, streamFetch } from './http';

// How many notices are unread, told by the server as it changes.
let unread = 0;
const listeners = new Set<() => void>();

export function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useUnread = (): number => useSyncExternalStore(subscribe, () => unread);

/** A window that has been out of sight for this long stops listening, in milliseconds. */
const OUT_OF_SIGHT = 30_000;

function open(): EventSourceClient {
  return createEventSource({
    url: new URL(`${API_URL}/notifications/stream`, window.location.origin),
    // Without a session there is nothing to ask for; the next try may have one.
    fetch: (url, init) =>
      hasToken() ? streamFetch(url, init as RequestInit) : Promise.reject(new Error('Nobody is signed in')),
    onMessage: ({ event, data }) => {
      if (event === 'unread') setUnread(Number(data));
    },
  });
}

/**
 * Listens while the window is in sight. A browser keeps few connections to one server: windows behind others must
 * not hold them all.
 */
export function useLive(): void {
  useEffect(() => {
    let source: EventSourceClient | null = open();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      source?.close();
      source = null;
    };
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') timer = setTimeout(close, OUT_OF_SIGHT);
      else source ??= open();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer);
      close();
    };
  }, []);
}
