import { type Builders, type Person, rubricDefinition, step } from './builders';
import type { Client, Rec } from './client';

/** A closed round of two units by two evaluators, each with a word for the record. */
export async function closedRoundBy(by: Client, make: Builders) {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units = [await make.unit({ unitClass: 'liaison' }), await make.unit({ unitClass: 'liaison' })];
  const raters = [await make.person('evaluator'), await make.person('evaluator')];
  for (const unit of units) {
    for (const { staff } of raters)
      await make.assignment({ round: round.documentId, unit: unit.documentId, evaluator: staff.documentId });
  }
  const address = `/rounds/${round.documentId}`;
  await step(by, address, 'open');
  for (const [u, unit] of units.entries())
    for (const [r, rater] of raters.entries()) await score(round, rater, unit, 38 - 8 * u - r);
  await step(by, address, 'close');
  return { round, units, raters, address };
}

async function score(round: Rec, rater: Person, unit: Rec, points: number): Promise<void> {
  const query = `filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`;
  const [sheet] = (await rater.client.get<Rec[]>(`/evaluations?${query}`)).data;
  const entries = { A1: { points, comment: '台账,照片' }, A2: { deductions: [] }, B1: { points: 20 } };
  const address = `/evaluations/${sheet?.documentId}`;
  await rater.client.put(address, { data: { entries } }, sheet?.rev);
  await step(rater.client, address, 'submit');
}
