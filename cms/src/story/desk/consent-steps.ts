import { dayOf } from '@jiedui/shared/calendar';
import { PUBLISHED_STORY_STATES } from '@jiedui/shared/metric';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { pictureName } from '@jiedui/shared/story';
import { clock } from '../../clock';
import type { Effect, Effects, StepContext } from '../../guard/steps';
import { retractPicture } from '../release';
import { takePositions } from '../release/position';
import { tellDesk } from './tell';

const NO_GUARDIAN = {
  zh: '未成年人须写明监护人后才能登记同意。',
  en: 'Name the guardian of a minor first.',
};
const FUTURE = { zh: '同意日期不能晚于今天。', en: 'The consent cannot be of a day to come.' };

/** Whose consent counts: not one of a day to come, nor a minor's own. */
export async function portraitConsentGate({ stored: { values } }: StepContext): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  if (values.minor === true && !String(values.guardian ?? '').trim())
    errors.push(fieldError(['guardian'], 'GATE_NOT_MET', NO_GUARDIAN));
  if (String(values.givenOn) > dayOf(clock().now()))
    errors.push(fieldError(['givenOn'], 'GATE_NOT_MET', FUTURE));
  return errors;
}

/** Whoever does not agree any more is not shown any more, from this very moment. */
const takesOut = async (step: StepContext): Promise<Effect> => ({ after: () => takeOut(step) });

async function takeOut({ trx, stored, actor, reason }: StepContext): Promise<void> {
  const photo = Number(stored.values.photo);
  // Whoever publishes it at this moment is waited for: what they bring out is looked at here, or they look at this.
  await takePositions(trx, 0);
  const row = await trx('story_photos as p')
    .join('stories as s', 's.id', 'p.story_id')
    .where({ 'p.id': photo })
    .first('s.id', 's.document_id', 's.title', 's.state', 'p.caption');
  if (!row) return;
  const isOut = (PUBLISHED_STORY_STATES as readonly string[]).includes(row.state);
  if (isOut) await retractPicture(trx, photo);
  const named = pictureName(row.caption, 1);
  const what = row.caption?.trim() ? named : { zh: '图片', en: 'A picture' };
  const said = reason ? `:${reason}` : '';
  const notice = {
    key: `consent:${stored.documentId}:${stored.values.rev}`,
    title: { zh: `${what.zh}不能再用:${row.title}`, en: `${what.en} may not be shown: ${row.title}` },
    detail: {
      zh: `${actor.displayName}${said}。${isOut ? '图片已从刊发的稿件中撤下。' : '请换一张图片。'}`,
      en: `${actor.displayName}${said}. ${isOut ? 'It was taken out of what is published.' : 'Use another one.'}`,
    },
  };
  await tellDesk(trx, { id: Number(row.id), documentId: String(row.document_id) }, notice, actor.id);
}

export const portraitConsentEffects: Effects = {
  withdraw: takesOut,
  refuse: takesOut,
  // The day that stands there is not that of the consent to come.
  askAgain: async () => ({ values: { givenOn: null } }),
};
