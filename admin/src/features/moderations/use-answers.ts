import type { Entry } from '@jiedui/shared/scoring';
import { useRead } from '../../ui/use-read';

export type Reply = {
  documentId: string;
  state: string;
  reason: string | null;
  before: Record<string, Entry | null> | null;
  after: Record<string, Entry | null> | null;
  evaluator: { documentId: string; displayName: string };
};

/** What those asked in a talk have answered. */
export const useAnswers = (talk: string) =>
  useRead<Reply[]>('/moderation-replies', {
    filters: { moderation: { documentId: { $eq: talk } } },
    fields: ['state', 'reason', 'before', 'after'],
    populate: { evaluator: { fields: ['displayName'] } },
    pagination: { page: 1, pageSize: 100 },
  });
