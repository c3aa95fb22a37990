import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

// One process per page, as people have it: a page that crashes leaves the others alone.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--lang=zh-CN'];

/** Starts the browser that the set-up of the suite found. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: inject('browserPath'), args: [...ARGS, ...more] });
}
