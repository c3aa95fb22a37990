import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from './canonical-json';

/** SHA-256 of the UTF-8 bytes of a text: 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The hash by which a round freezes its rubric, roster and policy: SHA-256 over the canonical JSON, so that
 * the order of keys does not matter and every other difference does.
 * @throws NotCanonicalError as {@link canonicalJson}
 */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
