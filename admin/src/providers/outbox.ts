import { useSyncExternalStore } from 'react';

/** Work of an account that waits on this device to be sent. */
export type Outbox = {
  /** How many things wait. */
  waiting: (account: string) => number;
  subscribe: (listener: () => void) => () => void;
  /** Sends what can be sent, and resolves when nothing more can. */
  send: (account: string) => Promise<void>;
  discard: (account: string) => void;
};

const NONE: Outbox = {
  waiting: () => 0,
  subscribe: () => () => undefined,
  send: async () => undefined,
  discard: () => undefined,
};

let outbox = NONE;

/** A feature brings its outbox; the frame of the pages shows it and empties it. */
export function installOutbox(brought: Outbox): void {
  outbox = brought;
}

export const getOutbox = (): Outbox => outbox;

export const useWaiting = (account: string): number =>
  useSyncExternalStore(outbox.subscribe, () => outbox.waiting(account));
