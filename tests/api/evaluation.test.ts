import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, rubricDefinition, step } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { download, workbookRows } from './support/workbook';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Scene = { round: Rec; rubric: Rec; units: Rec[]; raters: Person[] };
type SummaryRow = {
  unit: { documentId: string };
  rank: number | null;
  total: string | null;
  band: { code: string } | null;
  raters: number;
  note: unknown;
};
type Summary = {
  version: string;
  classes: {
    unitClass: string;
    ranked: number;
    scored: number;
    mean: string | null;
    median: string | null;
    bands: { code: string; min: number }[];
    rows: SummaryRow[];
  }[];
};
type Node = {
  kind: string;
  key: string;
  value: string | null;
  contributes?: string;
  comment?: string;
  children?: Node[];
};

/** A round that is open: two units, two evaluators, each scoring both. */
async function openScene(
  more: Record<string, unknown> = {},
  unitClasses: string[] = ['liaison', 'liaison'],
): Promise<Scene> {
  const rubric = await make.rubric({ definition: rubricDefinition(more) });
  await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  const units = await Promise.all(unitClasses.map((unitClass) => make.unit({ unitClass })));
  const raters = [await make.person('evaluator'), await make.person('evaluator')];
  for (const unit of units) {
    for (const { staff } of raters) {
      await make.assignment({ round: round.documentId, unit: unit.documentId, evaluator: staff.documentId });
    }
  }
  return { round: await step(by, `/rounds/${round.documentId}`, 'open'), rubric, units, raters };
}

async function sheetOf({ round }: Scene, rater: Person, unit: Rec): Promise<Rec> {
  const answer = await rater.client.get(
    `/evaluations?filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`,
  );
  return answer.data[0] as Rec;
}

const entries = (a1: number, deducted: number, b1: number) => ({
  A1: { points: a1 },
  A2: { deductions: deducted > 0 ? [{ reason: '缺', points: deducted }] : [] },
  B1: { points: b1 },
});

async function save(rater: Person, sheet: Rec, data: Record<string, unknown>) {
  const now = await rater.client.get<Rec>(`/evaluations/${sheet.documentId}`);
  return rater.client.put<Rec>(`/evaluations/${sheet.documentId}`, { data }, now.data.rev);
}

async function submit(
  scene: Scene,
  rater: Person,
  unit: Rec,
  values: ReturnType<typeof entries>,
): Promise<Rec> {
  const sheet = await sheetOf(scene, rater, unit);
  const saved = await save(rater, sheet, { entries: values, comment: '总体不错' });
  if (saved.status !== 200) throw new Error(saved.text);
  return step(rater.client, `/evaluations/${sheet.documentId}`, 'submit');
}

/** The usual dimensions and a veto. */
const withVeto = () => [
  ...(rubricDefinition().dimensions as unknown[]),
  {
    code: 'V',
    name: '一票否决',
    indicators: [{ code: 'V1', name: '重大事故', maxPoints: 0, item: { kind: 'veto' } }],
  },
];

const FIGURE = {
  code: 'M1',
  name: '集中活动周',
  maxPoints: 10,
  item: { kind: 'metric', metric: 'focusWeekRate', rule: { mode: 'linear', zeroAt: 0, fullAt: 100 } },
};

const summaryOf = async ({ round }: Scene) =>
  (await by.get<Summary>(`/rounds/${round.documentId}/summary`)).data;
const rowOf = async (scene: Scene, unit: Rec) =>
  (await summaryOf(scene)).classes
    .flatMap(({ rows }) => rows)
    .find((row) => row.unit.documentId === unit.documentId);

describe('a rubric', () => {
  it('that is unsound is not adopted, and says where', async () => {
    const definition = rubricDefinition({ dimensions: [] });
    const rubric = await make.rubric({ definition });
    const answer = await by.step(`/rubrics/${rubric.documentId}`, 'adopt', 1);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors?.length).toBeGreaterThan(0);
    expect(answer.error.details.errors?.[0]?.path[0]).toBe('definition');
  });

  it('that is adopted, and a round that is open, are not deleted', async () => {
    const { round, rubric } = await openScene();
    for (const [address, rev] of [
      [`/rubrics/${rubric.documentId}`, 2],
      [`/rounds/${round.documentId}`, 2],
    ] as const) {
      const refused = await by.remove(address, rev);
      expect([refused.status, refused.error.details.code]).toEqual([409, 'STATE_LOCKED']);
      expect((await by.get(address)).status).toBe(200);
    }
    const draft = await make.rubric();
    expect((await by.remove(`/rubrics/${draft.documentId}`, 1)).status).toBe(204);
  });

  it('that is adopted is edited no more', async () => {
    const rubric = await make.rubric();
    const adopted = await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
    expect(adopted.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const answer = await by.put(`/rubrics/${rubric.documentId}`, { data: { name: '改名' } }, adopted.rev);
    expect(answer.error.details.code).toBe('STATE_LOCKED');
  });
});

describe('a round', () => {
  it('does not open without an adopted rubric or without assignments', async () => {
    const round = await make.round();
    const answer = await by.step(`/rounds/${round.documentId}`, 'open', 1);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors?.map(({ path }) => path[0])).toEqual(['rubric', 'assignments']);
  });

  it('freezes its rubric: what becomes of the rubric later changes nothing', async () => {
    const scene = await openScene();
    const { data } = await by.get<Rec>(`/rounds/${scene.round.documentId}`);
    expect(data.frozenHash).toMatch(/^[0-9a-f]{64}$/);
    await step(by, `/rubrics/${scene.rubric.documentId}`, 'retire', '换新');
    const [rater] = scene.raters;
    const [unit] = scene.units;
    if (!rater || !unit) throw new Error('The scene is empty');
    const sheet = await sheetOf(scene, rater, unit);
    const shown = await rater.client.get<{ rubric: { dimensions: unknown[] } }>(
      `/evaluations/${sheet.documentId}/sheet`,
    );
    expect(shown.data.rubric.dimensions).toHaveLength(2);
  });

  it('takes no scores once it is closed', async () => {
    const scene = await openScene();
    const sheet = await sheetOf(scene, scene.raters[0] as Person, scene.units[0] as Rec);
    await step(by, `/rounds/${scene.round.documentId}`, 'close');
    const saved = await save(scene.raters[0] as Person, sheet, { entries: entries(1, 0, 1) });
    expect([saved.status, saved.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });

  it('that is closed keeps its result: no sheet is returned until it is opened again', async () => {
    const scene = await openScene();
    const { documentId } = await submit(
      scene,
      scene.raters[0] as Person,
      scene.units[0] as Rec,
      entries(30, 0, 30),
    );
    const path = `/evaluations/${documentId}`;
    const round = `/rounds/${scene.round.documentId}`;
    await step(by, round, 'close');
    const { data } = await by.get<Rec>(path);
    const refused = await by.step(path, 'return', data.rev, '请核对');
    expect([refused.status, refused.error.details.code]).toEqual([409, 'STATE_LOCKED']);
    expect(await rowOf(scene, scene.units[0] as Rec)).toMatchObject({ raters: 1 });
    await step(by, round, 'reopen', '复核');
    expect(await step(by, path, 'return', '请核对')).toMatchObject({ state: 'returned', total: null });
  });

  it('an evaluator is recused from the own unit', async () => {
    const unit = await make.unit();
    const rater = await make.person('evaluator', { unit: unit.documentId });
    const answer = await by.post('/assignments', {
      data: {
        round: (await make.round()).documentId,
        unit: unit.documentId,
        evaluator: rater.staff.documentId,
        source: 'district',
        reason: '补充力量',
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['evaluator'], code: 'RECUSAL' }]);
  });

  it('is planned: every unit gets its number of evaluators, recusals are named, twice changes nothing', async () => {
    const units = [await make.unit(), await make.unit(), await make.unit()];
    const raters = [
      await make.person('evaluator'),
      await make.person('evaluator'),
      await make.person('evaluator', { unit: units[0]?.documentId }),
    ];
    const round = await make.round();
    const plan = {
      data: {
        units: units.map(({ documentId }) => documentId),
        unitClasses: null,
        evaluators: raters.map(({ staff }) => staff.documentId),
        perUnit: 2,
        source: 'district',
      },
    };
    type Planned = { created: number; kept: number; refused: { unit: string; reason: unknown }[] };
    const first = await by.post<Planned>(`/rounds/${round.documentId}/plan`, plan);
    expect(first.status, first.text).toBe(200);
    expect(first.data).toMatchObject({ created: 6, kept: 0 });
    expect(first.data.refused).toHaveLength(1);
    const again = await by.post<Planned>(`/rounds/${round.documentId}/plan`, plan);
    expect(again.data).toMatchObject({ created: 0, kept: 6, seed: round.documentId });
    const progress = await by.get<{ assignments: number; submitted: number }>(
      `/rounds/${round.documentId}/progress`,
    );
    expect(progress.data).toMatchObject({ assignments: 6, submitted: 0 });
  });
});

describe('a sheet', () => {
  let scene: Scene;
  let rater: Person;
  let sheet: Rec;
  beforeAll(async () => {
    scene = await openScene();
    rater = scene.raters[0] as Person;
    sheet = await sheetOf(scene, rater, scene.units[0] as Rec);
  });

  it('is saved as a draft, incomplete as it is', async () => {
    const answer = await save(rater, sheet, { entries: { A1: { points: 12.5 } }, comment: '待补' });
    expect(answer.data).toMatchObject({ state: 'draft', entries: { A1: { points: 12.5 } }, total: null });
  });

  it.each([
    ['more than the maximum', { A1: { points: 41 } }, 'A1'],
    ['less than nothing', { A1: { points: -1 } }, 'A1'],
    ['a text', { B1: { points: '十' } }, 'B1'],
    ['a deduction too large', { A2: { deductions: [{ points: 6 }] } }, 'A2'],
    ['the field of another kind', { A1: { level: 'A' } }, 'A1'],
    ['an unknown indicator', { Z9: { points: 1 } }, 'Z9'],
    ['a reason that is none', { A1: { missing: 'tired' } }, 'A1'],
    ['a key of prototypes', { constructor: { points: 1 } }, 'constructor'],
  ])('with %s is refused, naming the indicator', async (_, wrong, code) => {
    const answer = await save(rater, sheet, { entries: wrong });
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors?.map(({ path }) => path.slice(0, 2))).toContainEqual([
      'entries',
      code,
    ]);
  });

  it('says of a field that is not its own that it is not, also where it names another round', async () => {
    const other = await openScene();
    for (const [field, value] of [
      ['round', other.round.documentId],
      ['unit', scene.units[1]?.documentId],
      ['evaluator', scene.raters[1]?.staff.documentId],
      ['round', 'nothing'],
    ]) {
      const answer = await save(rater, sheet, { [String(field)]: value });
      expect(answer.status, String(field)).toBe(400);
      expect(answer.error.details.errors).toMatchObject([{ path: [field], code: 'UNKNOWN_FIELD' }]);
    }
  });

  it('of reasons alone is not submitted: no total comes of what nobody judged', async () => {
    const own = await openScene();
    const [person] = own.raters as [Person];
    const mine = await sheetOf(own, person, own.units[0] as Rec);
    const lost = { missing: 'lost' };
    const both = await save(person, mine, { entries: { A1: { ...lost, points: 19 } } });
    expect(both.error.details.errors).toMatchObject([{ path: ['entries', 'A1', 'missing'] }]);
    await save(person, mine, { entries: { A1: lost, A2: lost, B1: lost } });
    const { data } = await person.client.get<Rec>(`/evaluations/${mine.documentId}`);
    const refused = await person.client.step(`/evaluations/${mine.documentId}`, 'submit', data.rev);
    expect([refused.status, refused.error.details.code]).toEqual([422, 'SHEET_INCOMPLETE']);
    expect(refused.error.details.errors?.[0]).toMatchObject({ path: ['entries'] });
    expect(refused.error.details.errors?.[0]?.message).toContain('回避');
    await save(person, mine, { entries: { A1: lost, A2: { deductions: [] }, B1: lost } });
    expect(await step(person.client, `/evaluations/${mine.documentId}`, 'submit')).toMatchObject({
      state: 'submitted',
    });
  });

  it('takes no figure for an item that the system fills, and does not wait for it', async () => {
    const dimensions = (rubricDefinition().dimensions as { indicators: unknown[] }[]).map((dimension, at) =>
      at === 0 ? { ...dimension, indicators: [...dimension.indicators, FIGURE] } : dimension,
    );
    const own = await openScene({ dimensions });
    const [person] = own.raters as [Person];
    const mine = await sheetOf(own, person, own.units[0] as Rec);
    const made = await save(person, mine, { entries: { ...entries(40, 0, 40), M1: { value: 9 } } });
    expect(made.error.details.errors).toMatchObject([{ path: ['entries', 'M1'] }]);
    expect(await submit(own, person, own.units[0] as Rec, entries(40, 0, 40))).toMatchObject({
      state: 'submitted',
    });
  });

  it('takes the late reports of its unit as they stand when it is submitted, and keeps the figure', async () => {
    const LATE = {
      ...FIGURE,
      item: { kind: 'metric', metric: 'lateReports', rule: { mode: 'linear', zeroAt: 20, fullAt: 0 } },
    };
    const dimensions = (rubricDefinition().dimensions as { indicators: unknown[] }[]).map((dimension, at) =>
      at === 0 ? { ...dimension, indicators: [...dimension.indicators, LATE] } : dimension,
    );
    const own = await openScene({ dimensions });
    const [person] = own.raters as [Person];
    const unit = own.units[0] as Rec;
    const { documentId } = await sheetOf(own, person, unit);
    type Figures = { figures: { lateReports: { value: number } } };
    const { figures } = (await person.client.get<Figures>(`/evaluations/${documentId}/sheet`)).data;
    const overdue = await make.reportRequirement({
      dueOn: '2015-01-01',
      appliesTo: { unitClasses: ['liaison'] },
    });
    const sheet = await submit(own, person, unit, entries(40, 0, 40));
    const late = figures.lateReports.value + 1;
    expect(sheet.entries).toMatchObject({ M1: { value: late } });
    // Half a point of ten less for each report that is late.
    expect(Number(sheet.total)).toBe(100 + 10 - late / 2);
    await by.put(`/report-requirements/${overdue.documentId}`, { data: { active: false } }, overdue.rev);
    const kept = await person.client.get<Rec>(`/evaluations/${sheet.documentId}`);
    expect(kept.data.entries).toMatchObject({ M1: { value: late } });
  });

  it('is not submitted while an indicator is open, and names it', async () => {
    await save(rater, sheet, { entries: { A1: { points: 30 }, A2: { deductions: [] } } });
    const { data } = await rater.client.get<Rec>(`/evaluations/${sheet.documentId}`);
    const answer = await rater.client.step(`/evaluations/${sheet.documentId}`, 'submit', data.rev);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors).toMatchObject([
      { path: ['entries', 'B1'], code: 'SHEET_INCOMPLETE' },
    ]);
  });

  it('is its evaluator’s alone: another neither reads, saves nor submits it, and the office does not write it', async () => {
    const other = scene.raters[1] as Person;
    const path = `/evaluations/${sheet.documentId}`;
    expect((await other.client.get(path)).status).toBe(404);
    expect((await other.client.get(`${path}/sheet`)).status).toBe(404);
    expect((await other.client.put(path, { data: { comment: 'x' } }, 1)).status).toBe(404);
    expect((await other.client.step(path, 'submit', 1)).status).toBe(404);
    const { data } = await by.get<Rec>(path);
    expect((await by.put(path, { data: { comment: 'x' } }, data.rev)).status).toBe(403);
    expect((await by.step(path, 'submit', data.rev)).status).toBe(403);
  });

  it('nobody sees the summary but who may', async () => {
    for (const role of [
      'evaluator',
      'unit',
      'station',
      'town',
      'leadDepartment',
      'inspector',
      'publicity',
    ] as const) {
      const person = await make.person(role);
      for (const path of ['summary', 'progress', `units/${scene.units[0]?.documentId}/explanation`]) {
        const answer = await person.client.get(`/rounds/${scene.round.documentId}/${path}`);
        expect(answer.status, `${role} ${path}`).toBe(403);
      }
    }
    const civility = await make.person('civilityOffice');
    expect((await civility.client.get(`/rounds/${scene.round.documentId}/summary`)).status).toBe(200);
  });
});

describe('the summary', () => {
  it('follows every submitted and every returned sheet', async () => {
    const scene = await openScene();
    const [first, second] = scene.units as [Rec, Rec];
    const [a, b] = scene.raters as [Person, Person];
    expect(await rowOf(scene, first)).toMatchObject({ total: null, rank: null });

    await submit(scene, a, first, entries(40, 0, 35));
    expect(await rowOf(scene, first)).toMatchObject({ total: '95.00', raters: 1, rank: 1 });
    await submit(scene, b, first, entries(30, 5, 30));
    expect(await rowOf(scene, first)).toMatchObject({ total: '85.00', raters: 2, band: { code: 'good' } });
    const sheet = await submit(scene, a, second, entries(40, 0, 40));
    expect(sheet).toMatchObject({ state: 'submitted', total: '100' });
    expect(await rowOf(scene, second)).toMatchObject({ rank: 1, band: { code: 'excellent' } });
    expect(await rowOf(scene, first)).toMatchObject({ rank: 2 });

    await step(by, `/evaluations/${sheet.documentId}`, 'return', '请核对');
    expect(await rowOf(scene, second)).toMatchObject({ total: null, rank: null, raters: 0 });
    expect(await rowOf(scene, first)).toMatchObject({ rank: 1 });
    const again = await save(a, sheet, { entries: entries(20, 0, 20) });
    expect(again.status, again.text).toBe(200);
    await step(a.client, `/evaluations/${sheet.documentId}`, 'submit');
    expect(await rowOf(scene, second)).toMatchObject({
      total: '60.00',
      rank: 2,
      band: { code: 'qualified' },
    });
  });

  it('equal totals share a rank, and the next one is left out', async () => {
    const scene = await openScene();
    for (const unit of scene.units) await submit(scene, scene.raters[0] as Person, unit, entries(30, 0, 30));
    const rows = (await summaryOf(scene)).classes[0]?.rows ?? [];
    expect(rows.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it('under the minimum of raters there is no rank', async () => {
    const scene = await openScene({ minRaters: 2 });
    const [unit] = scene.units as [Rec];
    await submit(scene, scene.raters[0] as Person, unit, entries(30, 0, 30));
    const row = await rowOf(scene, unit);
    expect(row).toMatchObject({ rank: null, band: null, raters: 1 });
    expect(row?.note).not.toBeNull();
  });

  it('answers 304 to whom has it, and anew after a change', async () => {
    const scene = await openScene();
    const path = `/rounds/${scene.round.documentId}/summary`;
    const first = await by.get(path);
    const etag = first.headers.get('etag') ?? '';
    // Node's fetch asks for no cache by itself unless told otherwise.
    const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
    expect((await by.get(path, { headers })).status).toBe(304);
    await submit(scene, scene.raters[0] as Person, scene.units[0] as Rec, entries(30, 0, 30));
    const changed = await by.get(path, { headers });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('goes out compressed to whom accepts it, each encoding under its own tag', async () => {
    const scene = await openScene();
    const path = `/rounds/${scene.round.documentId}/summary`;
    const as = (encoding: string, tag?: string) =>
      by.get<Summary>(path, {
        headers: {
          'Accept-Encoding': encoding,
          'Cache-Control': 'max-age=0',
          ...(tag ? { 'If-None-Match': tag } : {}),
        },
      });
    const [zipped, plain] = [await as('gzip'), await as('identity')];
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.data).toEqual(plain.data);
    const tag = zipped.headers.get('etag') ?? '';
    expect(tag).not.toBe(plain.headers.get('etag'));
    for (const answer of [zipped, plain]) expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    expect((await as('gzip', tag)).status).toBe(304);
    expect((await as('identity', tag)).status).toBe(200);
  });

  it('gives each class its own bands and the middle of its totals', async () => {
    const school = [
      { code: 'star', label: { zh: '星级', en: 'Star' }, min: 50 },
      { code: 'none', label: { zh: '无星', en: 'None' }, min: 0 },
    ];
    const scene = await openScene({ bandsByClass: { school } }, ['school', 'liaison', 'school']);
    const [rater] = scene.raters as [Person];
    const [first, liaison, second] = scene.units as [Rec, Rec, Rec];
    await submit(scene, rater, liaison, entries(40, 0, 35));
    await submit(scene, rater, first, entries(20, 0, 20));
    await submit(scene, rater, second, entries(20, 5, 20.25));
    const { classes } = await summaryOf(scene);
    expect(classes.map(({ unitClass }) => unitClass)).toEqual(['liaison', 'school']);
    const of = (unitClass: string) => classes.find((group) => group.unitClass === unitClass);
    expect(of('liaison')?.bands.map(({ code }) => code)).toEqual([
      'excellent',
      'good',
      'qualified',
      'unqualified',
    ]);
    expect(of('school')?.bands).toMatchObject(school);
    expect(of('school')).toMatchObject({ scored: 2, mean: '57.63', median: '57.63' });
    expect(of('liaison')).toMatchObject({ scored: 1, mean: '95.00' });
    expect((await rowOf(scene, first))?.band?.code).toBe('star');
    expect((await rowOf(scene, second))?.band?.code).toBe('star');
  });

  it('is exported as a workbook of what it shows, to whom may read and export it', async () => {
    const scene = await openScene({ dimensions: withVeto() });
    const [rater] = scene.raters as [Person];
    const [first, second] = scene.units as [Rec, Rec];
    await submit(scene, rater, first, entries(40, 0, 35.5));
    const sheet = await sheetOf(scene, rater, second);
    const vetoed = { ...entries(40, 0, 40), V1: { triggered: true } };
    await save(rater, sheet, { entries: vetoed });
    await step(rater.client, `/evaluations/${sheet.documentId}`, 'submit');
    const path = `/rounds/${scene.round.documentId}/summary/export`;
    const rows = await workbookRows(await download(by, path));
    expect(rows[0]).toEqual([
      '单位类别',
      '名次',
      '单位',
      '总分',
      '等次',
      '组织 /60',
      '活动 /40',
      '原始均分',
      '评分人数',
      '评分覆盖 %',
      '说明',
    ]);
    expect(rows[1]?.slice(1, 10)).toEqual([1, first.name, 95.5, '优秀', 60, 35.5, 95.5, 1, 100]);
    expect(rows[2]?.slice(1, 4)).toEqual([null, second.name, 100]);
    expect(rows[2]?.at(-1)).toContain('一票否决');
    for (const role of ['evaluator', 'inspector', 'unit', 'town', 'publicity'] as const) {
      const person = await make.person(role);
      expect((await person.client.get(path)).status, role).toBe(403);
    }
    expect((await new Client().get(path)).status).toBe(401);
  });

  it('of sheets submitted at the same moment none is lost', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const scene = await openScene();
      const [unit] = scene.units as [Rec];
      await Promise.all([
        submit(scene, scene.raters[0] as Person, unit, entries(40, 0, 40)),
        submit(scene, scene.raters[1] as Person, unit, entries(20, 0, 20)),
      ]);
      expect(await rowOf(scene, unit)).toMatchObject({ total: '80.00', raters: 2 });
    }
  });

  it('explains itself: what comes from below adds up to what stands above', async () => {
    const scene = await openScene();
    const [unit] = scene.units as [Rec];
    await submit(scene, scene.raters[0] as Person, unit, entries(33, 3, 31.5));
    await submit(scene, scene.raters[1] as Person, unit, entries(35, 1, 30));
    const { data: tree } = await by.get<Node>(
      `/rounds/${scene.round.documentId}/units/${unit.documentId}/explanation`,
    );
    expect(tree.kind).toBe('total');
    expect(Number(tree.value)).toBe(Number((await rowOf(scene, unit))?.total));
    let checked = 0;
    const walk = (node: Node) => {
      const parts = (node.children ?? []).filter(({ contributes }) => contributes !== undefined);
      if (parts.length > 0) {
        const sum = parts.reduce((total, { contributes }) => total + Number(contributes), 0);
        expect(sum, `${node.kind} ${node.key}`).toBeCloseTo(Number(node.contributes ?? node.value), 6);
        checked += 1;
      }
      for (const child of node.children ?? []) walk(child);
    };
    walk(tree);
    expect(checked).toBeGreaterThanOrEqual(3);
    const kinds = new Set<string>();
    const collect = (node: Node) => {
      kinds.add(node.kind);
      node.children?.forEach(collect);
    };
    collect(tree);
    for (const kind of ['source', 'dimension', 'indicator', 'sheet']) expect([...kinds]).toContain(kind);
  });
});
