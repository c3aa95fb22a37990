import { hash } from 'node:crypto';

/** What is kept of a token: 256 random bits cannot be guessed from it, so it needs neither salt nor slowness. */
export const hashOf = (token: string): string => hash('sha256', token);
