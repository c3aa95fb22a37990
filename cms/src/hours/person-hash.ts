import { createHmac, hkdfSync } from 'node:crypto';
import { readEnvironment } from '../environment';

let key: Buffer | null = null;

/** A key of this installation for people's numbers alone, made of a secret that it has anyway. */
function personKey(): Buffer {
  key ??= Buffer.from(
    hkdfSync('sha256', readEnvironment().secrets.encryptionKey, '', 'identity numbers', 32),
  );
  return key;
}

/**
 * The fingerprint by which a person is found again. Identity numbers are few enough to try them all: without the
 * installation's key a plain hash would tell the number.
 */
export const personHash = (text: string): string =>
  createHmac('sha256', personKey()).update(text).digest('hex');
