import type { Words } from '@jiedui/shared/text';
import type { Effect, Effects, StepContext } from '../../guard/steps';
import { releaseStory, retractStory } from '../release';
import { restorePublished } from './restore';
import { tellDesk, tellWriters } from './tell';

const noticeOf = ({ stored, actor, reason }: StepContext, step: string, { zh, en }: Words) => {
  const title = String(stored.values.title);
  const said = reason ? `:${reason}` : '';
  return {
    key: `story:${step}:${stored.documentId}:${stored.values.rev}`,
    title: { zh: `${zh}:${title}`, en: `${en}: ${title}` },
    detail: { zh: `${actor.displayName}${said}`, en: `${actor.displayName}${said}` },
  };
};

/** Brings out what the records say after the step. */
const releases =
  (change: 'published' | 'corrected', words: Words) =>
  async (step: StepContext): Promise<Effect> => ({
    async after({ id }) {
      await releaseStory(step.trx, id, change);
      await tellWriters(step.trx, step.stored, noticeOf(step, change, words), step.actor.id);
    },
  });

export const storyEffects: Effects = {
  submit: async (step) => ({
    after: () =>
      tellDesk(
        step.trx,
        step.stored,
        noticeOf(step, 'submit', { zh: '有新投稿', en: 'New story' }),
        step.actor.id,
      ),
  }),
  // The note of the correction before says nothing of this one.
  correct: async () => ({ values: { correction: null } }),
  publish: releases('published', { zh: '稿件已刊发', en: 'Published' }),
  republish: releases('corrected', { zh: '稿件的更正已刊发', en: 'Correction published' }),
  withdraw: async (step) => ({
    async after({ id }) {
      await retractStory(step.trx, id, 'withdrawn');
      const notice = noticeOf(step, 'withdraw', { zh: '稿件已撤下', en: 'Withdrawn' });
      await tellWriters(step.trx, step.stored, notice, step.actor.id);
    },
  }),
  cancelCorrection: restorePublished,
};
