import type { Core } from '@strapi/strapi';
import { every } from '../../jobs/every';
import { withLease } from '../../jobs/lease';
import { HOURS_CHECK, scanHours } from './scan';

const PACE = 60 * 60 * 1000;
const LEASE_SECONDS = 30 * 60;

let stop: (() => Promise<void>) | null = null;

/** Looks for doubtful hours once an hour, in one process only. */
export function startHoursCheck(strapi: Core.Strapi): void {
  const check = async () => {
    await scanHours(strapi, HOURS_CHECK);
  };
  const turn = async () => {
    await withLease(strapi.db.connection, 'hours-check', LEASE_SECONDS, check);
  };
  stop = every(PACE, turn, (error) => strapi.log.error(error));
}

export async function stopHoursCheck(): Promise<void> {
  await stop?.();
  stop = null;
}
