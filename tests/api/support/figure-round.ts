import { type Builders, type Person, rubricDefinition, step } from './builders';
import type { Client, Rec } from './client';

/** A round of two units whose district is judged by one evaluator, and whose public is one figure. */
export type FigureRound = { round: Rec; address: string; units: Rec[]; rater: Person };

const SATISFACTION = {
  kind: 'metric',
  metric: 'satisfaction',
  rule: { mode: 'linear', zeroAt: 0, fullAt: 100 },
};

/** The usual rubric for the district (80 parts), and a source of the public (20) that consists of one figure. */
export function figureDefinition(more: Record<string, unknown> = {}, item: object = SATISFACTION) {
  const dimensions = rubricDefinition().dimensions as { indicators: object[] }[];
  const district = dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map((indicator) => ({ ...indicator, sources: ['district'] })),
  }));
  const figure = { code: 'Q1', name: '群众满意度', maxPoints: 100, item, sources: ['public'] };
  return rubricDefinition({
    sources: [
      { code: 'district', weight: 80 },
      { code: 'public', weight: 20 },
    ],
    dimensions: [...district, { code: 'Q', name: '群众', indicators: [figure] }],
    ...more,
  });
}

/** The round with its assignments, before it opens. */
export async function plannedFigureRound(
  by: Client,
  make: Builders,
  definition: object = figureDefinition(),
): Promise<FigureRound> {
  const rubric = await make.rubric({ definition });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units = [await make.unit(), await make.unit()];
  const rater = await make.person('evaluator');
  for (const { documentId: unit } of units)
    await make.assignment({ round: round.documentId, unit, evaluator: rater.staff.documentId });
  return { round, address: `/rounds/${round.documentId}`, units, rater };
}

/** Submits the evaluator's sheet of a unit with full marks. */
export async function submitSheet({ round, rater }: FigureRound, unit: Rec | undefined): Promise<void> {
  const query = `filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit?.documentId}`;
  const [sheet] = (await rater.client.get<Rec[]>(`/evaluations?${query}`)).data;
  const entries = { A1: { points: 40 }, A2: { deductions: [] }, B1: { points: 40 } };
  await rater.client.put(`/evaluations/${sheet?.documentId}`, { data: { entries } }, sheet?.rev);
  await step(rater.client, `/evaluations/${sheet?.documentId}`, 'submit');
}

type Row = { unit: { documentId: string }; total: string | null };

/** A unit's total in the summary, of 200. */
export async function summaryTotal(
  by: Client,
  { address }: Pick<FigureRound, 'address'>,
  unit: Rec | undefined,
): Promise<string | null> {
  const { data } = await by.get<{ classes: { rows: Row[] }[] }>(`${address}/summary`);
  const rows = data.classes.flatMap((one) => one.rows);
  return rows.find((row) => row.unit.documentId === unit?.documentId)?.total ?? null;
}
