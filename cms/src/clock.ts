import { type Clock, demoClock } from '@jiedui/shared/calendar';
import type { Core } from '@strapi/strapi';

const realClock: Clock = { now: () => new Date().toISOString() };

let current: Clock = realClock;
let demoDay: string | null = null;

const STORE = { type: 'core', name: 'jiedui', key: 'demo' } as const;

/** The clock by which the programme lives: the demonstration stays at its own day. */
export const clock = (): Clock => current;

/** The day at which a demonstration lives, or null for a real installation. */
export const demonstrationDay = (): string | null => demoDay;

/** Reads whether this database is a demonstration and sets the clock accordingly. */
export async function setClock(strapi: Core.Strapi): Promise<void> {
  const stored = (await strapi.store(STORE).get({})) as { day: string } | null;
  demoDay = stored?.day ?? null;
  current = demoDay ? demoClock(demoDay, realClock.now) : realClock;
}

/** Marks this database as a demonstration that lives at the given day. */
export async function markDemonstration(strapi: Core.Strapi, day: string): Promise<void> {
  await strapi.store(STORE).set({ value: { day } });
  await setClock(strapi);
}
