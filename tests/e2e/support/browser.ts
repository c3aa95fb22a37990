import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a browser of the system may be; the one from npm has no Chinese font and is for Linux only. */
const PLACES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--lang=zh-CN'];

/** Starts an installed Chrome or Chromium, else the one that comes from npm. */
export async function launchBrowser(): Promise<Browser> {
  const installed = PLACES.find((place) => place && existsSync(place));
  if (installed) return chromium.launch({ executablePath: installed, args: ARGS });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...ARGS] });
}
