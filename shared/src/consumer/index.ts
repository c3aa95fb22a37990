export { type QuotaDay, type QuotaState, quotaDay, quotaState } from './quota';
export { CONSUMER_IN_USE } from './standing';
export {
  HINT_LENGTH,
  hasEnded,
  isRevocable,
  MOST_TOKENS,
  TOKEN_PREFIX,
  TOKEN_STANDING_WORDS,
  type TokenStanding,
  tokenExpiryProblem,
  tokenStanding,
} from './tokens';
