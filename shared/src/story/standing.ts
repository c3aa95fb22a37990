import { MACHINES } from '../workflow';

const STEPS = MACHINES.story.transitions;

/** How a story stands towards its readers. */
export type Standing = 'inWork' | 'out' | 'correcting' | 'withdrawn';

const STANDINGS: Readonly<Record<string, Standing>> = {
  [STEPS.publish.to]: 'out',
  [STEPS.republish.to]: 'out',
  [STEPS.correct.to]: 'correcting',
  [STEPS.withdraw.to]: 'withdrawn',
};

/** Whether a story is still being made, is out, is out while it is corrected, or was taken back. */
export const standingOf = (state: unknown): Standing => STANDINGS[String(state)] ?? 'inWork';

/** Whether readers see a story: while it is corrected they see it as it was published. */
export const isOut = (state: unknown): boolean => ['out', 'correcting'].includes(standingOf(state));

const NEEDS: Readonly<Record<Standing, readonly string[]>> = {
  inWork: STEPS.approve.needs,
  correcting: STEPS.republish.needs,
  out: [],
  withdrawn: [],
};

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** The fields that are still empty and that a story needs before it comes out, or comes out again. */
export const missingForRelease = (story: Readonly<Record<string, unknown>>): string[] =>
  NEEDS[standingOf(story.state)].filter((field) => isEmpty(story[field]));
