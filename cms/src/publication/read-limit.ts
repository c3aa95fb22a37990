import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../guard/errors';

/** Requests without a session in so many seconds from one address: a village office reads the page behind one. */
const SECONDS = 60;
const POINTS = 300;

// Each process counts for itself: the bound keeps one address from taking all of a process.
const limiter = new RateLimiterMemory({ points: POINTS, duration: SECONDS });

/** Refuses an address that reads too often, with the seconds to wait. */
export async function countRead(address: string): Promise<void> {
  try {
    await limiter.consume(address);
  } catch (thrown) {
    const { msBeforeNext } = thrown as RateLimiterRes;
    const words = { zh: '访问过于频繁,请稍后再试。', en: 'Too many requests; please wait.' };
    throw new Refusal(429, 'TOO_MANY_TRIES', { retryAfter: Math.ceil(msBeforeNext / 1000), words });
  }
}
