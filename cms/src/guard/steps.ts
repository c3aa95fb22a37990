import type { Actor } from '@jiedui/shared/access';
import type { FieldError } from '@jiedui/shared/model';
import type { Transition } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { activityGate } from '../activity/gate';
import { pieceEffects, pieceGate } from '../activity/material-steps';
import {
  appealEffects,
  appealGate,
  correctionGate,
  reviewerGate,
  unacceptedGate,
} from '../evaluation/appeal-steps';
import { calibrationEffects, noResultOfCase, untoldGate } from '../evaluation/calibrate';
import { figureEffects } from '../evaluation/figures/close';
import { roundEffects, roundGate } from '../evaluation/open-round';
import { publishEffects, resultGate } from '../evaluation/publish';
import { readyAmendment } from '../evaluation/ready-amendment';
import { readyStatistics, statisticsGate } from '../evaluation/ready-statistics';
import { recusalEffects, recusalGate } from '../evaluation/recuse';
import { rubricEffects, rubricGate } from '../evaluation/rubric-steps';
import { evaluationEffects, sheetGate } from '../evaluation/submit';
import { answerGate, talkChangedGate, talkEffects, talkGate, talkUnchangedGate } from '../evaluation/talk';
import { talkAnswerEffects } from '../evaluation/talk-answer';
import { filingGate, materialEffects, receivingGate, reportEffects } from '../filing/steps';
import { photoFlagEffects } from '../photos/decide';
import { actionPlanGate, sitePlanGate } from '../plan/steps';
import type { Model } from '../read/model';
import { consumerEffects } from '../story/consumers/steps';
import { portraitConsentEffects, portraitConsentGate } from '../story/desk/consent-steps';
import { clearedGate, releasedGate, scheduledGate } from '../story/desk/gate';
import { placementEffects } from '../story/desk/placement-steps';
import { storyEffects } from '../story/desk/steps';
import type { Values } from '../write/column-values';
import type { Stored } from '../write/store';

/** A step that is being taken, inside its transaction. */
export type StepContext = {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  actor: Actor;
  model: Model;
  stored: Stored;
  row: Record<string, unknown>;
  reason: string | null;
};

/**
 * What a step changes besides `state`, and what follows in the same transaction. `state`: where it leads to, where that
 * depends on the record.
 */
export type Effect = { values?: Values; state?: string; after?: (after: Stored) => Promise<void> };
export type Effects = Record<string, (step: StepContext) => Promise<Effect>>;

type Gate = NonNullable<Transition['gate']>;

const GATES: Record<Gate, (step: StepContext) => Promise<FieldError[]>> = {
  clear: (step) => activityGate(step, 'clear'),
  announce: (step) => activityGate(step, 'announce'),
  hold: (step) => activityGate(step, 'hold'),
  report: (step) => activityGate(step, 'report'),
  material: pieceGate,
  rubric: rubricGate,
  round: roundGate,
  result: async (step) => [
    ...noResultOfCase(step),
    ...(await resultGate(step)),
    ...(await statisticsGate(step)),
  ],
  appeal: appealGate,
  reviewer: reviewerGate,
  unaccepted: unacceptedGate,
  untold: untoldGate,
  correction: correctionGate,
  sheet: sheetGate,
  recusal: recusalGate,
  talk: talkGate,
  talkChanged: talkChangedGate,
  talkUnchanged: talkUnchangedGate,
  answer: answerGate,
  filing: filingGate,
  receiving: receivingGate,
  sitePlan: sitePlanGate,
  actionPlan: actionPlanGate,
  storyCleared: clearedGate,
  storyScheduled: scheduledGate,
  storyReleased: releasedGate,
  portraitConsent: portraitConsentGate,
};

/** Of several parts that follow the same step each is done, in their order. */
function joined(...parts: Effects[]): Effects {
  const all: Effects = {};
  for (const [name, effect] of parts.flatMap((part) => Object.entries(part))) {
    const before = all[name];
    all[name] = before ? (step) => inTurn(step, before, effect) : effect;
  }
  return all;
}

async function inTurn(step: StepContext, ...effects: Effects[string][]): Promise<Effect> {
  const done: Effect[] = [];
  for (const effect of effects) done.push(await effect(step));
  return {
    values: Object.assign({}, ...done.map(({ values }) => values)),
    async after(stored) {
      for (const { after } of done) await after?.(stored);
    },
  };
}

const EFFECTS: Record<string, Effects> = {
  'activity-material': pieceEffects,
  rubric: rubricEffects,
  round: joined(roundEffects, figureEffects, publishEffects, calibrationEffects),
  evaluation: joined(evaluationEffects, recusalEffects),
  appeal: appealEffects,
  moderation: talkEffects,
  'moderation-reply': talkAnswerEffects,
  report: reportEffects,
  'material-submission': materialEffects,
  'photo-flag': photoFlagEffects,
  story: storyEffects,
  'portrait-consent': portraitConsentEffects,
  'media-placement': placementEffects,
  'api-consumer': consumerEffects,
};

type Before = (actor: Actor, documentId: string, strapi: Core.Strapi) => Promise<void>;

const BEFORE: Record<string, Record<string, Before>> = {
  round: { publish: readyStatistics },
  appeal: { amend: readyAmendment },
};

/** What takes long and is done before a step's transaction begins; the step checks that it still holds. */
export async function beforeStep(
  strapi: Core.Strapi,
  resource: string,
  transition: string,
  actor: Actor,
  documentId: string,
): Promise<void> {
  await BEFORE[resource]?.[transition]?.(actor, documentId, strapi);
}

/** What still holds a step back. */
export function unmetOf(gate: Gate, step: StepContext): Promise<FieldError[]> {
  return GATES[gate](step);
}

export async function effectOf(resource: string, transition: string, step: StepContext): Promise<Effect> {
  return (await EFFECTS[resource]?.[transition]?.(step)) ?? {};
}
