import type { Actor, Anchor } from '@jiedui/shared/access';
import { useSyncExternalStore } from 'react';
import { http } from './http';

export type SessionProgramme = {
  documentId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  focusWeekReading: 'calendarRow' | 'mondayWeek' | 'days15to21';
  phases: unknown;
  deadlines: unknown;
};

export type Session = {
  actor: Actor & { anchors: Partial<Record<Anchor, { documentId: string; name: string }>> };
  /** The day the district lives at, `2022-11-16`; a demonstration has its own. */
  today: string;
  now: string;
  demo: boolean;
  programme: SessionProgramme | null;
  rounds: { documentId: string; name: string; state: string }[];
};

let current: Session | null = null;
const listeners = new Set<() => void>();

export const getSession = () => current;

export function setSession(session: Session | null): void {
  current = session;
  for (const listener of listeners) listener();
}

/** Asks the server who is signed in and keeps the answer; nothing else asks again until the next sign-in. */
export async function loadSession(): Promise<Session> {
  const { data } = await http.get<{ data: Session }>('/session');
  setSession(data.data);
  return data.data;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The signed-in person and the day. Throws outside the signed-in part of the console. */
export function useSession(): Session {
  const session = useSyncExternalStore(subscribe, getSession);
  if (!session) throw new Error('No session: this component belongs inside the signed-in area');
  return session;
}
