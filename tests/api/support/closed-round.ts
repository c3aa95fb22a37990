import type { Builders } from './builders';
import type { Client } from './client';
import { scoredRound } from './results';

/** A closed round of two units by two evaluators, each with a word for the record. */
export async function closedRoundBy(by: Client, make: Builders) {
  const points = [
    [38, 37],
    [30, 29],
  ];
  const scored = await scoredRound(by, make, points, { steps: ['close'] });
  return { ...scored, address: `/rounds/${scored.round.documentId}` };
}
