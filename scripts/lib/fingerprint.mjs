import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** The fingerprint of files and folders by content, so that a checkout or a touched file builds nothing anew. */
export function fingerprint(inputs, skip = () => false) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesIn(inRoot(input)).sort()) {
      const name = path.relative(inRoot(), file);
      if (skip(name)) continue;
      hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.name === 'node_modules' ? [] : filesIn(path.join(place, entry.name)),
  );
}

/** What a stamp says was built last, or null. */
export function readStamp(file) {
  return existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8').trim() : null;
}

export function writeStamp(file, value) {
  mkdirSync(path.dirname(inRoot(file)), { recursive: true });
  writeFileSync(inRoot(file), `${value}\n`);
}
