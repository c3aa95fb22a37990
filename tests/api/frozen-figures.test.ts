import { beforeAll, describe, expect, inject, it } from 'vitest';
import { recomputeResults } from '../../cms/src/evaluation/recompute';
import { openDatabase } from '../../scripts/lib/open-database';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import {
  type FigureRound,
  figureDefinition,
  plannedFigureRound,
  submitSheet,
  summaryTotal,
} from './support/figure-round';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** Of the public nobody fills in a sheet: four projects in the library are all of its points. */
const PROJECTS = {
  kind: 'metric',
  metric: 'projectsListed',
  rule: { mode: 'linear', zeroAt: 0, fullAt: 4 },
};

async function listProject(unit: Rec | undefined): Promise<void> {
  const category = (await make.category()).documentId;
  const project = await make.project({ unit: unit?.documentId, summary: '送教上门', category });
  for (const name of ['review', 'list']) await step(by, `/projects/${project.documentId}`, name);
}

/** An open round whose first unit had one project when its sheet was submitted. */
async function openScene(): Promise<FigureRound> {
  const scene = await plannedFigureRound(by, make, figureDefinition({}, PROJECTS));
  await step(by, scene.address, 'open');
  await listProject(scene.units[0]);
  for (const unit of scene.units) await submitSheet(scene, unit);
  return scene;
}

describe('the figures that no sheet holds', () => {
  it('are taken a last time when the round closes, and published as they were then', async () => {
    const scene = await openScene();
    const [unit] = scene.units;
    const total = () => summaryTotal(by, scene, unit);
    // 80 parts of full marks, and of 20 parts a quarter for each project.
    expect(await total()).toBe('170.00');
    await listProject(unit);
    await step(by, scene.address, 'close');
    expect(await total()).toBe('180.00');
    await listProject(unit);
    expect(await total()).toBe('180.00');
    await step(by, scene.address, 'publish');
    const filter = `filters[round][documentId]=${scene.round.documentId}&sort=place`;
    const results = (await by.get<Rec[]>(`/unit-results?${filter}`)).data;
    expect(results.map((row) => row.total)).toEqual(['180.00', '160.00']);

    const database = openDatabase(inject('server'));
    try {
      const [again] = await recomputeResults(database, scene.round.documentId);
      expect(again).toMatchObject({ faults: [], differences: [], statisticsDiffer: false, units: 2 });
      const { id } = await database('rounds').where({ document_id: scene.round.documentId }).first('id');
      const inputs = await database('result_inputs as i')
        .join('results as r', 'r.id', 'i.result_id')
        .where('r.round_id', id)
        .select('i.inputs');
      const counts = inputs.map((row) => JSON.parse(row.inputs).metrics.projectsListed);
      expect(counts.sort()).toEqual([0, 2]);
    } finally {
      await database.destroy();
    }
  });

  it('are taken anew when the round has been reopened and closes again', async () => {
    const scene = await openScene();
    const [unit] = scene.units;
    await step(by, scene.address, 'close');
    await listProject(unit);
    await step(by, scene.address, 'reopen', '补充材料');
    await step(by, scene.address, 'close');
    expect(await summaryTotal(by, scene, unit)).toBe('180.00');
  });
});
