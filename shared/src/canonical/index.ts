export { canonicalJson, NotCanonicalError } from './canonical-json';
export { contentHash, sha256Hex } from './hash';
