import { type Builders, type Person, rubricDefinition, step } from './builders';
import type { Client, Rec } from './client';

/** A published round of units by evaluators, each sheet with its own points of A1. */
export type Published = { round: Rec; units: Rec[]; raters: Person[]; results: Rec[] };

/** Scores every unit by every evaluator, `points[unit][evaluator]` of A1, and takes the steps that follow. */
export async function scoredRound(
  office: Client,
  make: Builders,
  points: number[][],
  more: { units?: Rec[]; steps?: readonly string[] } = {},
): Promise<Omit<Published, 'results'>> {
  const rubric = await make.rubric({ definition: rubricDefinition() });
  await step(office, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units: Rec[] = [];
  for (const at of points.keys()) units.push(more.units?.[at] ?? (await make.unit({ unitClass: 'liaison' })));
  const raters: Person[] = [];
  for (const _ of points[0] ?? []) raters.push(await make.person('evaluator'));
  for (const unit of units)
    for (const { staff } of raters)
      await make.assignment({ round: round.documentId, unit: unit.documentId, evaluator: staff.documentId });
  await step(office, `/rounds/${round.documentId}`, 'open');
  for (const [u, unit] of units.entries())
    for (const [r, rater] of raters.entries()) await score(round, rater, unit, points[u]?.[r] ?? 0);
  for (const name of more.steps ?? []) await step(office, `/rounds/${round.documentId}`, name);
  return { round, units, raters };
}

/** The same, signed off, with the units' results in the order of the units. */
export async function publishedRound(
  office: Client,
  make: Builders,
  points: number[][],
  units: Rec[] = [],
): Promise<Published> {
  const scored = await scoredRound(office, make, points, { units, steps: ['close', 'publish'] });
  const of = `filters[round][documentId]=${scored.round.documentId}&populate[0]=unit`;
  const rows = (await office.get<Rec[]>(`/unit-results?${of}`)).data;
  const results = scored.units.map(
    (unit) => rows.find((row) => (row.unit as Rec).documentId === unit.documentId) as Rec,
  );
  return { ...scored, results };
}

async function score(round: Rec, rater: Person, unit: Rec, points: number): Promise<void> {
  const query = `filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`;
  const [sheet] = (await rater.client.get<Rec[]>(`/evaluations?${query}`)).data;
  const entries = { A1: { points, comment: '台账,照片' }, A2: { deductions: [] }, B1: { points: 20 } };
  const address = `/evaluations/${sheet?.documentId}`;
  await rater.client.put(address, { data: { entries } }, sheet?.rev);
  await step(rater.client, address, 'submit');
}

/** An appeal of a unit's account, as a draft. */
export async function draftAppeal(by: Client, unitResult: Rec, indicator = 'A1'): Promise<Rec> {
  const ground = '台账已按期报送,评分时未计入。';
  const answer = await by.post<Rec>('/appeals', {
    data: { unitResult: unitResult.documentId, indicator, ground },
  });
  if (answer.status !== 201) throw new Error(`The appeal was answered ${answer.status}: ${answer.text}`);
  return answer.data;
}

/** The same in the hands of its reviewer. */
export async function appealUnderReview(
  office: Client,
  by: Client,
  unitResult: Rec,
  reviewer: Person,
  indicator = 'A1',
): Promise<string> {
  const { documentId } = await draftAppeal(by, unitResult, indicator);
  const address = `/appeals/${documentId}`;
  const filed = await step(by, address, 'file');
  const named = await office.put(
    address,
    { data: { reviewer: reviewer.staff.documentId } },
    Number(filed.rev),
  );
  if (named.status !== 200) throw new Error(`The reviewer was answered ${named.status}: ${named.text}`);
  await step(office, address, 'accept');
  return documentId;
}
