import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import packed from '@sparticuz/chromium';

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

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules');
// The package does not export its manifest.
const MANIFEST = path.join(MODULES, '@sparticuz/chromium/package.json');
const CACHE = path.join(MODULES, '.cache/browser');

/** The path of an installed Chrome or Chromium, else of the one that comes from npm, unpacked once. */
export async function browserPath(): Promise<string> {
  return PLACES.find((place) => place && existsSync(place)) ?? (await unpacked());
}

/**
 * The package unpacks into the system's temporary folder whatever is asked first, and takes a half-written
 * file there for a whole one. Here it is unpacked beside its place and moved in when it is complete.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
  const place = path.join(CACHE, version);
  const browser = path.join(place, 'chromium');
  if (existsSync(browser)) return browser;
  mkdirSync(CACHE, { recursive: true });
  const half = mkdtempSync(path.join(CACHE, 'half-'));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = half;
  try {
    await packed.executablePath();
    if (!existsSync(browser)) renameSync(half, place);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(half, { recursive: true, force: true });
  }
  return browser;
}
