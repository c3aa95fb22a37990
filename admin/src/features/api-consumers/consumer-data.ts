import type { TokenStanding } from '@jiedui/shared/consumer';

/** What is kept of a token: never the token itself. */
export type Token = {
  id: number;
  hint: string;
  madeBy: string;
  madeAt: string;
  usedAt: string | null;
  expiresOn: string | null;
  revokedAt: string | null;
  standing: TokenStanding;
};

export type Standing = {
  documentId: string;
  quota: number;
  today: number;
  tokens: number;
  usedAt: string | null;
};

export type UsageDay = {
  day: string;
  requests: number;
  notModified: number;
  refused: number;
  bytes: number;
};

export const PATH = 'api-consumers';
export const FORM = ['name', 'contact', 'purpose', 'columns', 'dailyQuota', 'expiresOn'];
export const FACTS = ['contact', 'purpose', 'columns', 'dailyQuota', 'expiresOn'];
