export { type QuotaDay, type QuotaState, quotaDay, quotaState } from './quota';
export {
  HINT_LENGTH,
  hasEnded,
  MOST_TOKENS,
  TOKEN_PREFIX,
  TOKEN_STANDING_WORDS,
  type TokenStanding,
  tokenExpiryProblem,
  tokenStanding,
} from './tokens';
