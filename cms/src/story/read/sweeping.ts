import type { Core } from '@strapi/strapi';
import { every } from '../../jobs/every';
import { sweepPictures } from './pictures';

const PACE = 5_000;

let stop: (() => Promise<void>) | null = null;

/** Keeps the made sizes of pictures to those that are out. Each server has a folder of its own, so without a lease. */
export function startSweeping(strapi: Core.Strapi): void {
  stop = every(PACE, sweepPictures, (error) => strapi.log.error(error));
}

export async function stopSweeping(): Promise<void> {
  await stop?.();
  stop = null;
}
