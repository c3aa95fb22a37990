import { type Day, isDay } from '../calendar';
import type { FieldError } from '../model';
import { fieldError } from '../model';
import type { Words } from '../text';

/** By this a consumer's token is told from the token of a session. */
export const TOKEN_PREFIX = 'jdc_';

/** Two for a change from one to the next, and some for several machines. */
export const MOST_TOKENS = 5;

/** The last characters of a token: enough to know it again, not to guess it. */
export const HINT_LENGTH = 4;

export type TokenStanding = 'live' | 'expired' | 'revoked';

export const TOKEN_STANDING_WORDS: Record<TokenStanding, Words> = {
  live: { zh: '有效', en: 'In force' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已停用', en: 'Revoked' },
};

type TokenFacts = { revokedAt: string | number | null; expiresOn: Day | null };

/** How a token stands on a day. It holds through the last day; the consumer's own last day holds for all its tokens. */
export function tokenStanding(token: TokenFacts, consumerExpiresOn: Day | null, today: Day): TokenStanding {
  if (token.revokedAt !== null) return 'revoked';
  return hasEnded(token.expiresOn, today) || hasEnded(consumerExpiresOn, today) ? 'expired' : 'live';
}

/** Whether a token can still be revoked; one that has ended too, for its last day may be moved. */
export const isRevocable = (standing: TokenStanding): boolean => standing !== 'revoked';

/** Whether the last day of something lies before today; what has no last day does not end. */
export const hasEnded = (lastDay: Day | null, today: Day): boolean => lastDay !== null && lastDay < today;

/** What is wrong with the last day of a new token; null where nothing is, or none is given. */
export function tokenExpiryProblem(expiresOn: unknown, today: Day): FieldError | null {
  if (expiresOn === null || expiresOn === undefined) return null;
  if (!isDay(expiresOn)) return fieldError(['expiresOn'], 'WRONG_TYPE');
  if (expiresOn >= today) return null;
  return fieldError(['expiresOn'], 'OUT_OF_RANGE', {
    zh: '有效期不能早于今天。',
    en: 'The last day must not lie in the past.',
  });
}
