import type { UnitOutcome } from '@jiedui/shared/round';
import { type ExplainNode, engineVersion } from '@jiedui/shared/scoring';
import JSZip from 'jszip';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { recomputeResults } from '../../cms/src/evaluation/recompute';
import { openDatabase } from '../../scripts/lib/open-database';
import { type Builders, builders, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { closedRoundBy } from './support/closed-round';
import { connect } from './support/connect';
import { recomputeByCommand, verify } from './support/verify';
import { download } from './support/workbook';

const where = inject('server');

let by: Client;
let make: Builders;
let db: Knex;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  db = connect(where);
});
afterAll(async () => {
  await db?.destroy();
});

type Standing = {
  result: { number: number; inputsHash: string; outcomeHash: string };
  unit: UnitOutcome;
  standing: {
    percentile: number | null;
    lift: { band: string; gap: string } | null;
    lost: { code: string; lost: string }[];
  };
  explanation: ExplainNode | null;
};

const closedRound = () => closedRoundBy(by, make);

const resultsOf = async (round: Rec) =>
  (await by.get<Rec[]>(`/results?filters[round][documentId]=${round.documentId}`)).data;

const unitResultOf = async (client: Client, round: Rec, unit: Rec) =>
  (
    await client.get<Rec[]>(
      `/unit-results?filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${unit.documentId}`,
    )
  ).data[0];

async function recomputed(round: Rec) {
  const database = openDatabase(where);
  try {
    return await recomputeResults(database, round.documentId);
  } finally {
    await database.destroy();
  }
}

describe('signing a result off', () => {
  it('keeps it with the hash of its inputs, ranked, once and for ever', async () => {
    const { round, units, address } = await closedRound();
    const published = await step(by, address, 'publish');
    expect(published.state).toBe('published');
    const [result, ...more] = await resultsOf(round);
    expect(more).toEqual([]);
    expect(result).toMatchObject({ number: 1, engineVersion, reason: null });
    for (const key of ['frozenHash', 'inputsHash', 'outcomeHash'])
      expect(result?.[key]).toMatch(/^[0-9a-f]{64}$/);
    expect(result?.frozenHash).toBe(published.frozenHash);
    expect(result?.statistics).toMatchObject({ alpha: expect.any(Number), severities: expect.any(Object) });
    const rows = (
      await by.get<Rec[]>(`/unit-results?filters[round][documentId]=${round.documentId}&sort=place`)
    ).data;
    expect(rows.map(({ unitName, rank, ranked, total }) => [unitName, rank, ranked, total])).toEqual([
      [units[0]?.name, 1, 2, '77.50'],
      [units[1]?.name, 2, 2, '69.50'],
    ]);
    // How severe each evaluator is, is the office's alone, by whatever way it is asked.
    const { client } = await make.person('civilityOffice');
    expect((await client.get(`/rounds/${round.documentId}/trust`)).status).toBe(403);
    expect((await client.get<Rec>(`/results/${result?.documentId}`)).text).not.toContain('severities');
    for (const query of ['fields=statistics', 'filters[statistics][$notNull]=true', 'sort=statistics'])
      expect((await client.get(`/results?${query}`)).status, query).toBe(400);
    for (const name of ['publish', 'close', 'reopen', 'open']) {
      const again = await by.step(address, name, Number(published.rev));
      expect(again.status, name).toBe(409);
    }
    for (const path of [`/results/${result?.documentId}`, `/unit-results/${rows[0]?.documentId}`]) {
      expect((await by.put(path, { data: { name: '改' } }, 1)).status, path).toBe(403);
      expect((await by.remove(path, 1)).status, path).toBe(403);
    }
  });

  it('is found changed where only what lists show was changed', async () => {
    const { round, address } = await closedRound();
    await step(by, address, 'publish');
    const of = { round_id: (await db('rounds').where({ document_id: round.documentId }).first('id')).id };
    const rows = await db('unit_results').where(of).orderBy('place').select('id', 'rank', 'total', 'band');
    const [first] = await recomputed(round);
    expect(first).toMatchObject({ faults: [], differences: [], statisticsDiffer: false });
    await db('unit_results').where({ id: rows[1].id }).update({ rank: 1, total: '99.00', band: '优秀' });
    const [changed] = await recomputed(round);
    expect(changed?.differences.map(({ what, before }) => [what, String(before)])).toEqual([
      ['列表中的名次', '1'],
      ['列表中的总分', '99.00'],
      ['列表中的等次', '优秀'],
    ]);
    const { id, ...was } = rows[1];
    await db('unit_results').where({ id }).update(was);
    expect((await recomputed(round))[0]?.differences).toEqual([]);
  });

  it('is refused while the round is open, and where nobody handed a sheet in', async () => {
    const rubric = await make.rubric();
    await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
    const round = await make.round({ rubric: rubric.documentId });
    const rater = await make.person('evaluator');
    const unit = await make.unit();
    await make.assignment({
      round: round.documentId,
      unit: unit.documentId,
      evaluator: rater.staff.documentId,
    });
    const address = `/rounds/${round.documentId}`;
    const opened = await step(by, address, 'open');
    expect((await by.step(address, 'publish', Number(opened.rev))).status).toBe(409);
    const closed = await step(by, address, 'close');
    const empty = await by.step(address, 'publish', Number(closed.rev));
    expect(empty.status).toBe(422);
    expect(empty.error.details.errors?.[0]?.message).toMatch(/没有已提交的评分表/);
    expect(await resultsOf(round)).toEqual([]);
  });

  it('signs what the office has seen: an older revision is refused', async () => {
    const { round, address } = await closedRound();
    const { rev } = (await by.get<Rec>(address)).data;
    expect((await by.step(address, 'publish', Number(rev) - 1)).status).toBe(409);
    expect(await resultsOf(round)).toEqual([]);
  });
});

describe('a unit and its own result', () => {
  it('reads where it stands, what was missing and how every point came about, but not by whom', async () => {
    const { round, units, raters, address } = await closedRound();
    const [first, second] = units as [Rec, Rec];
    const own = await make.person('unit', { unit: second.documentId });
    const other = await make.person('unit', { unit: first.documentId });
    expect(await unitResultOf(own.client, round, second)).toBeUndefined();
    await step(by, address, 'publish');
    const row = await unitResultOf(own.client, round, second);
    expect(row).toMatchObject({ rank: 2, total: '69.50' });
    const path = `/unit-results/${row?.documentId}/standing`;
    const { status, data, text } = await own.client.get<Standing>(path);
    expect(status, text).toBe(200);
    expect(data.standing).toMatchObject({ percentile: 0, lift: { band: 'good', gap: '10.5' } });
    expect(data.standing.lost[0]).toEqual({ code: 'B1', name: expect.any(String), lost: '20.00', max: '40' });
    expect(data.explanation?.shown).toBe('69.50');
    expect(text).toContain('测评员A');
    expect(text).toContain('台账,照片');
    for (const { staff } of raters) {
      expect(text).not.toContain(String(staff.displayName));
      expect(text).not.toContain(staff.documentId);
    }
    expect((await by.get<Standing>(path)).text).toContain(String(raters[0]?.staff.displayName));
    expect((await other.client.get(path)).status).toBe(404);
    expect((await other.client.get(`/unit-results/${row?.documentId}`)).status).toBe(404);
    expect(await unitResultOf(other.client, round, second)).toBeUndefined();
    for (const { client } of raters) expect((await client.get(path)).status).toBe(403);
    expect((await own.client.get('/results')).status).toBe(403);
  });
});

describe('a published result computed again', () => {
  it('is equal bit for bit, and one changed comma is noticed', async () => {
    const { round, units, address } = await closedRound();
    await step(by, address, 'publish');
    const [equal] = await recomputed(round);
    expect(equal).toMatchObject({ units: 2, faults: [], differences: [], statisticsDiffer: false });

    const result = await db('results')
      .where({ document_id: (await resultsOf(round))[0]?.documentId })
      .first();
    const rows = await db('result_inputs').where({ result_id: result.id }).orderBy('unit_id');
    const place = { result_id: result.id, unit_id: rows[0].unit_id };
    const change = async (from: string, to: string) => {
      await db('result_inputs')
        .where(place)
        .update({ inputs: rows[0].inputs.replace(from, to) });
      const [found] = await recomputed(round);
      await db('result_inputs').where(place).update({ inputs: rows[0].inputs });
      return found;
    };
    const comma = await change('台账,照片', '台账、照片');
    expect(comma?.differences).toEqual([]);
    expect(comma?.faults).toEqual([
      `“${units[0]?.name}”的评分表与公布时的指纹不符。`,
      '全部输入的指纹与签发时不符。',
    ]);
    const broken = await change('},', '}');
    expect(broken?.faults[0]).toBe(`“${units[0]?.name}”的评分表已损坏,无法读取。`);
    expect(broken?.differences).toContainEqual(
      expect.objectContaining({ what: 'rank', before: 1, after: null }),
    );
    const points = await change('"points":38', '"points":36');
    expect(points?.faults).toHaveLength(2);
    expect(points?.differences).toContainEqual({
      unit: units[0]?.documentId,
      name: units[0]?.name,
      what: 'total',
      before: '77.5',
      after: '76.5',
    });
    expect(points?.statisticsDiffer).toBe(true);

    const outcome = await db('unit_results').where({ result_id: result.id, place: 1 }).first('id', 'figures');
    const figures = typeof outcome.figures === 'string' ? JSON.parse(outcome.figures) : outcome.figures;
    const write = (value: object) =>
      db('unit_results')
        .where({ id: outcome.id })
        .update({ figures: JSON.stringify(value) });
    await write({ ...figures, rank: 2 });
    const [moved] = await recomputed(round);
    await write(figures);
    expect(moved?.faults).toEqual(['保存的结果与签发时的指纹不符。']);
    expect(moved?.differences).toMatchObject([{ what: 'rank', before: 2, after: 1 }]);
    expect((await recomputed(round))[0]?.faults).toEqual([]);
  });

  it('by one command, without the server: of one round by its name, of all, and of none', async () => {
    const { round, address } = await closedRound();
    await step(by, address, 'publish');
    const one = await recomputeByCommand(where, String(round.name));
    expect(one.output).toMatch(/2 个单位.*\n\s+一致/);
    expect(one.exitCode).toBe(0);
    const all = await recomputeByCommand(where, '--all');
    expect(all.exitCode, all.output).toBe(0);
    expect(all.output.match(/一致/g)?.length).toBeGreaterThan(1);
    const none = await recomputeByCommand(where, '没有这一轮');
    expect(none).toMatchObject({ exitCode: 2, output: expect.stringContaining('没有公布过结果的轮次') });
    expect((await recomputeByCommand(where)).output).toContain('用法');
  });
});

describe('another rubric on a published round', () => {
  type WhatIf = {
    result: { name: string; round: string } | null;
    rows: {
      unit: string;
      before: { total: string };
      after: { total: string };
      climbed: number;
      change: string;
      causes: { code: string; change: string }[];
    }[];
  };

  it('says who would move and why, from the frozen inputs, and changes nothing', async () => {
    const { round, units, address } = await closedRound();
    await step(by, address, 'publish');
    const definition = rubricDefinition() as { dimensions: { indicators: { maxPoints: number }[] }[] };
    const second = definition.dimensions[1]?.indicators[0];
    if (!second) throw new Error('The rubric of the tests has no second dimension');
    second.maxPoints = 20;
    const draft = await make.rubric({ definition });
    const path = `/rubrics/${draft.documentId}/what-if?round=${round.documentId}`;
    const { status, data, text } = await by.get<WhatIf>(path);
    expect(status, text).toBe(200);
    expect(data.result?.round).toBe(round.documentId);
    expect(data.rows.map(({ unit }) => unit)).toEqual(units.map(({ documentId }) => documentId));
    expect(data.rows[0]).toMatchObject({ before: { total: '77.50' }, after: { total: '77.50' }, climbed: 0 });
    expect((await by.get<WhatIf>(`/rubrics/${draft.documentId}/what-if`)).data.result?.round).toBe(
      round.documentId,
    );
    const rater = await make.person('evaluator');
    expect((await rater.client.get(path)).status).toBe(403);
    expect(await resultsOf(round)).toHaveLength(1);
  });

  it('is refused with what to mend while the draft has errors', async () => {
    const broken = await make.rubric({ definition: rubricDefinition({ dimensions: [] }) });
    const answer = await by.get(`/rubrics/${broken.documentId}/what-if`);
    expect(answer.status).toBe(422);
    expect(answer.error.details.errors?.[0]).toMatchObject({
      code: 'RUBRIC_UNSOUND',
      path: ['definition', 'dimensions'],
    });
  });
});

describe('the bulletin', () => {
  const partOf = async (bytes: ArrayBuffer, name: string) =>
    (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? '';
  const mm = (millimetres: number) => Math.floor((millimetres / 25.4) * 72 * 20);

  it('is a Word document laid out as official documents are, and says what was published', async () => {
    const { round, units, address } = await closedRound();
    await step(by, address, 'publish');
    const [result] = await resultsOf(round);
    const path = `/results/${result?.documentId}/bulletin`;
    const bytes = await download(by, path);
    const xml = await partOf(bytes, 'word/document.xml');
    expect(xml).toContain(`w:w="${mm(210)}"`);
    const margin = xml.match(/<w:pgMar [^>]*>/)?.[0] ?? '';
    for (const [side, size] of Object.entries({ top: 37, bottom: 35, left: 28, right: 26 }))
      expect(margin).toContain(`w:${side}="${mm(size)}"`);
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体'])
      expect(xml).toContain(`w:eastAsia="${face}"`);
    const told = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('|');
    expect(told).toContain(`关于${round.name}结果的通报`);
    expect(told).toContain('2022年11月1日至12月31日，组织开展了');
    expect(told).toContain('2名测评员提交评分表4份');
    expect(told).not.toContain('不一致');
    expect(told).toContain('平均73.50分，最高77.50分，最低69.50分');
    for (const unit of units) expect(told).toContain(String(unit.name));
    expect(told).toContain(String(result?.outcomeHash));
    expect(told).not.toContain('更正');
    expect(await partOf(bytes, 'word/footer1.xml')).toContain('— ');
    const { client } = await make.person('unit', { unit: units[0]?.documentId });
    expect((await client.get(path)).status).toBe(403);
  });

  it('that somebody changed in the database is given out no more, and both checks name it', async () => {
    const { round, address } = await closedRound();
    await step(by, address, 'publish');
    const [result] = await resultsOf(round);
    expect(result?.bulletinHash).toMatch(/^[0-9a-f]{64}$/);
    const place = { result_id: result?.id };
    const kept = await db('result_bulletins').where(place).first();
    const paths = ['bulletin', 'bulletin/sentences'].map((end) => `/results/${result?.documentId}/${end}`);
    for (const forged of [
      { bulletin: kept.bulletin.replace('4份', '5份') },
      { bulletin: '{' },
      { issuer: '某办公室' },
      { sheets: 5 },
      { evaluators: 3 },
    ]) {
      await db('result_bulletins').where(place).update(forged);
      for (const path of paths) {
        const answer = await by.get(path);
        expect(answer.status, answer.text).toBe(409);
        expect(answer.error.details.code).toBe('BULLETIN_CHANGED');
      }
      expect((await recomputed(round))[0]?.faults).toEqual(['保存的通报与签发时的指纹不符。']);
      const verdict = await verify(where);
      expect(verdict.codes).toContain('BULLETIN_DIFFERS');
      expect(verdict.output).toContain(String(result?.name));
      await db('result_bulletins').where(place).update(kept);
    }
    await db('result_bulletins').where(place).delete();
    expect((await by.get(paths[0] ?? '')).status).toBe(409);
    expect((await recomputed(round))[0]?.faults).toHaveLength(1);
    await db('result_bulletins').insert(kept);
    for (const path of paths) expect((await by.get(path)).status).toBe(200);
    expect((await recomputed(round))[0]).toMatchObject({ faults: [], bulletinKept: true });
    expect((await verify(where)).codes).not.toContain('BULLETIN_DIFFERS');
  });

  it('of a result that was signed before bulletins had a fingerprint is told as not comparable', async () => {
    const { round, address } = await closedRound();
    await step(by, address, 'publish');
    const [result] = await resultsOf(round);
    const put = (bulletin_hash: unknown) => db('results').where({ id: result?.id }).update({ bulletin_hash });
    await put(null);
    const [found] = await recomputed(round);
    const { output } = await recomputeByCommand(where, round.documentId);
    const answer = await by.get(`/results/${result?.documentId}/bulletin/sentences`);
    await put(result?.bulletinHash);
    expect(found).toMatchObject({ faults: [], bulletinKept: false });
    expect(output).toContain('通报:签发时没有留存指纹');
    expect(answer.status).toBe(200);
  });
});
