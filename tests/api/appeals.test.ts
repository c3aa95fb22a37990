import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { recomputeResults } from '../../cms/src/evaluation/recompute';
import { openDatabase } from '../../scripts/lib/open-database';
import { type Builders, builders, type Person, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { appealUnderReview, draftAppeal, publishedRound } from './support/results';

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

type Case = {
  sheets: { id: string; name: string; before: { points?: number }; after: { points?: number } | null }[];
  effect: { before: Place; after: Place; others: number } | null;
  decision: string | null;
  refused: { zh: string } | null;
};
type Place = { rank: number; total: string; points: string };
type Candidate = { documentId: string; refused: { zh: string } | null };

/** Three units in a row; the second one appeals, to somebody who took no part. */
async function appealing(
  points = [
    [38, 38],
    [30, 30],
    [20, 20],
  ],
) {
  const published = await publishedRound(by, make, points);
  const [, second, third] = published.units as [Rec, Rec, Rec];
  const unit = await make.person('unit', { unit: second.documentId });
  const reviewer = await make.person('inspector');
  return { ...published, second, third, unit, reviewer, mine: published.results[1] as Rec };
}

async function weigh(reviewer: Person, address: string, points: number, decision = '台账已核,应予计分。') {
  const { sheets } = (await reviewer.client.get<Case>(`${address}/case`)).data;
  const correction = Object.fromEntries(sheets.map(({ id }) => [id, { points }]));
  const { rev } = (await reviewer.client.get<Rec>(address)).data;
  const saved = await reviewer.client.put(address, { data: { correction, decision } }, Number(rev));
  expect(saved.status, saved.text).toBe(200);
}

const rowsOf = async (round: Rec, number: number) =>
  (
    await by.get<Rec[]>(
      `/unit-results?filters[round][documentId]=${round.documentId}&filters[result][number]=${number}&sort=place&populate[0]=unit`,
    )
  ).data;

describe('filing an appeal', () => {
  it('is for the unit itself, within the term that was fixed at the signing', async () => {
    const { unit, mine, results } = await appealing();
    expect(mine.appealBy).toMatch(/^\d{4}-\d\d-\d\d$/);
    const appeal = await draftAppeal(unit.client, mine);
    expect(appeal).toMatchObject({
      state: 'draft',
      appealBy: mine.appealBy,
      name: expect.stringContaining('方案'),
    });
    const twice = await unit.client.post('/appeals', {
      data: { unitResult: mine.documentId, indicator: 'A1', ground: '再提一次' },
    });
    expect(twice.status).toBe(409);
    const unknown = await unit.client.post('/appeals', {
      data: { unitResult: mine.documentId, indicator: 'Z9', ground: '没有这个指标' },
    });
    expect(unknown.error.details.errors?.[0]).toMatchObject({ path: ['indicator'], code: 'NOT_AN_OPTION' });
    const foreign = await unit.client.post('/appeals', {
      data: { unitResult: results[0]?.documentId, indicator: 'A1', ground: '别人的结果' },
    });
    expect([400, 403]).toContain(foreign.status);
    const address = `/appeals/${appeal.documentId}`;
    expect((await unit.client.get<Case>(`${address}/case`)).data.refused).toBeNull();
    await db('unit_results').where({ document_id: mine.documentId }).update({ appeal_by: '2022-01-04' });
    expect((await unit.client.get<Case>(`${address}/case`)).data.refused?.zh).toMatch(/2022-01-04 截止/);
    const late = await unit.client.step(address, 'file', Number(appeal.rev));
    expect(late.status).toBe(422);
    expect(late.error.details.errors?.[0]?.message).toMatch(/2022-01-04 截止/);
  });

  it('leaves nothing to be changed afterwards, and nothing to be deleted', async () => {
    const { unit, mine } = await appealing();
    const { documentId } = await draftAppeal(unit.client, mine);
    const address = `/appeals/${documentId}`;
    const filed = await step(unit.client, address, 'file');
    const changed = await unit.client.put(address, { data: { ground: '另一个理由' } }, Number(filed.rev));
    expect(changed.error.details.errors?.[0]).toMatchObject({ path: ['ground'], code: 'STATE_LOCKED' });
    const form = new FormData();
    form.append('files', new Blob(['%PDF-1.4 x'], { type: 'application/pdf' }), '补充.pdf');
    const added = await unit.client.call('POST', `${address}/files/evidence`, {
      raw: form,
      rev: Number(filed.rev),
    });
    expect(added.status, added.text).toBe(409);
    expect((await unit.client.remove(address, Number(filed.rev))).status).toBe(404);
    const back = await unit.client.step(address, 'withdraw', Number(filed.rev), '已沟通');
    expect(back.status).toBe(200);
    expect((await draftAppeal(unit.client, mine)).state).toBe('draft');
  });
});

describe('who reviews', () => {
  it('took no part and has no tie: everybody else is refused with the reason', async () => {
    const { unit, mine, raters, second, reviewer } = await appealing();
    const { documentId } = await draftAppeal(unit.client, mine);
    const address = `/appeals/${documentId}`;
    const filed = await step(unit.client, address, 'file');
    const without = await by.step(address, 'accept', Number(filed.rev));
    expect(without.error.details.errors?.[0]).toMatchObject({ path: ['reviewer'] });
    const tied = await make.person('evaluator', { unit: second.documentId });
    const free = await make.person('evaluator');
    for (const [person, words] of [
      [raters[0], /参加了本轮/],
      [tied, /属于该单位/],
      [unit, /复核人应为/],
    ] as [Person, RegExp][]) {
      const named = await by.put(address, { data: { reviewer: person.staff.documentId } }, Number(filed.rev));
      expect(named.error.details.errors?.[0], named.text).toMatchObject({
        path: ['reviewer'],
        code: 'RECUSAL',
      });
      expect(named.error.details.errors?.[0]?.message).toMatch(words);
    }
    const { data } = await by.get<Candidate[]>(`${address}/reviewers`);
    const refusedOf = (person: Person | undefined) =>
      data.find((one) => one.documentId === person?.staff.documentId)?.refused;
    expect(refusedOf(free)).toBeNull();
    expect(refusedOf(reviewer)).toBeNull();
    expect(refusedOf(raters[0])?.zh).toMatch(/参加了本轮/);
    expect((await unit.client.get(`${address}/reviewers`)).status).toBe(403);
  });

  it('alone decides: neither the office, nor the unit, nor another inspector', async () => {
    const { unit, mine, reviewer } = await appealing();
    const id = await appealUnderReview(by, unit.client, mine, reviewer);
    const address = `/appeals/${id}`;
    await weigh(reviewer, address, 40);
    const { rev } = (await reviewer.client.get<Rec>(address)).data;
    const other = await make.person('inspector');
    for (const [client, status] of [
      [by, 403],
      [unit.client, 403],
      [other.client, 404],
    ] as const)
      expect((await client.step(address, 'amend', Number(rev))).status).toBe(status);
    const office = await by.put(address, { data: { decision: '改一下' } }, Number(rev));
    expect([400, 403]).toContain(office.status);
    // The unit learns neither who weighs its case nor which way it leans.
    const seen = await unit.client.get<Rec>(address);
    expect(Object.keys(seen.data)).not.toContain('decision');
    expect(Object.keys(seen.data)).not.toContain('correction');
    expect((await unit.client.get(`${address}?populate[0]=reviewer`)).status).toBe(400);
    const weighed = await unit.client.get<Case>(`${address}/case`);
    expect(weighed.data).toMatchObject({ effect: null, decision: null });
    // By the address of a sheet the letters of two results could be joined.
    const known = (await reviewer.client.get<Case>(`${address}/case`)).data.sheets.map(({ id: one }) => one);
    expect(known.length).toBeGreaterThan(0);
    for (const sheet of known) {
      expect(sheet).toMatch(/^[a-z0-9]{20,}$/);
      for (const client of [unit.client, by])
        expect((await client.get(`${address}/case`)).text).not.toContain(sheet);
    }
    expect(weighed.data.sheets.every(({ after }) => after === null)).toBe(true);
    // One who finds a tie gives it back, and what was weighed goes with it.
    const given = await reviewer.client.step(address, 'reassign', Number(rev), '与当事人有亲属关系');
    expect(given.status, given.text).toBe(204);
    const [row] = await db('appeals').where({ document_id: id }).select('state', 'correction', 'decision');
    expect(row).toEqual({ state: 'filed', correction: null, decision: null });
    // The office names another one; it cannot end what it has accepted.
    const { rev: now } = (await by.get<Rec>(address)).data;
    const ended = await by.step(address, 'refuse', Number(now), '不予受理');
    expect(ended.error.details.errors?.[0]?.message).toMatch(/须由复核人作出决定/);
  });
});

const sentences = (result?: Rec) => `/results/${result?.documentId}/bulletin/sentences`;

describe('an appeal that is upheld', () => {
  it('becomes a new result computed from the frozen inputs; the old one stays and the difference is shown', async () => {
    const { round, raters, unit, units, reviewer, mine, second, third } = await appealing();
    const first = await make.person('unit', { unit: units[0]?.documentId });
    const id = await appealUnderReview(by, unit.client, mine, reviewer);
    const address = `/appeals/${id}`;
    const before = await reviewer.client.get<Case>(`${address}/case`);
    expect(before.data.sheets.map(({ name }) => name)).toEqual(['测评员A', '测评员B']);
    for (const { staff } of raters) expect(before.text).not.toContain(String(staff.displayName));
    const nothing = await reviewer.client.put(
      address,
      { data: { correction: { [String(before.data.sheets[0]?.id)]: { points: 41 } } } },
      Number((await reviewer.client.get<Rec>(address)).data.rev),
    );
    expect(nothing.error.details.errors?.[0]?.message).toMatch(/0 到 40/);
    await weigh(reviewer, address, 30);
    const { rev } = (await reviewer.client.get<Rec>(address)).data;
    const same = await reviewer.client.step(address, 'amend', Number(rev));
    expect(same.error.details.errors?.[0]?.message).toMatch(/与原评分相同/);
    await weigh(reviewer, address, 40);
    const weighed = (await reviewer.client.get<Case>(`${address}/case`)).data;
    expect(weighed.effect).toMatchObject({
      before: { rank: 2, total: '70.00', points: '30' },
      after: { rank: 1, total: '80.00', points: '40' },
      others: 1,
    });
    const amended = await step(reviewer.client, address, 'amend');
    expect(amended.state).toBe('amended');

    const [old, now] = [await rowsOf(round, 1), await rowsOf(round, 2)];
    expect(old.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '78.00'],
      [2, '70.00'],
      [3, '60.00'],
    ]);
    expect(now.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '80.00'],
      [2, '78.00'],
      [3, '60.00'],
    ]);
    const results = (
      await by.get<Rec[]>(
        `/results?filters[round][documentId]=${round.documentId}&sort=number&populate[0]=appeal`,
      )
    ).data;
    expect(results.map(({ number }) => number)).toEqual([1, 2]);
    // An appeal that somebody else reviewed says no more than its name, also where a result leads to it.
    const { client } = await make.person('civilityOffice');
    const of = `filters[round][documentId]=${round.documentId}&filters[number]=2`;
    const [read] = (
      await client.get<Rec[]>(`/results?${of}&populate[appeal][fields]=ground&sort=appeal.ground`)
    ).data;
    expect(read?.appeal).toMatchObject({ documentId: id, ground: null });
    expect((await client.get<Rec[]>(`/results?${of}&filters[appeal][ground][$notNull]=true`)).data).toEqual(
      [],
    );
    const [whole] = (await by.get<Rec[]>(`/results?${of}&populate[appeal][fields]=ground`)).data;
    expect(whole?.appeal).toMatchObject({ ground: expect.any(String) });
    expect(results[1]).toMatchObject({
      reason: expect.stringContaining('台账已核'),
      appeal: { documentId: id },
    });
    const changes = (await by.get<{ name: string }[]>(`/results/${results[1]?.documentId}/changes`)).data;
    expect(changes.map(({ name }) => name).sort()).toEqual(
      now
        .slice(0, 2)
        .map(({ unitName }) => unitName)
        .sort(),
    );
    expect((await by.get(`/results/${results[0]?.documentId}/changes`)).data).toEqual([]);
    const paper = (await by.get<{ title: string; stale: number }>(sentences(results[1]))).data;
    expect(paper).toMatchObject({ title: expect.stringMatching(/^关于更正/), stale: 0 });
    expect(JSON.stringify(paper)).toMatch(
      /签发的第1号测评结果有误，现予更正，以第2号为准。.*更正后，2个单位的结果有变动：/,
    );
    expect((await by.get<{ title: string }>(sentences(results[0]))).data.title).not.toContain('更正');

    const database = openDatabase(where);
    const found = await recomputeResults(database, round.documentId).finally(() => database.destroy());
    expect(
      found.map(({ faults, differences, statisticsDiffer }) => [faults, differences, statisticsDiffer]),
    ).toEqual([
      [[], [], false],
      [[], [], false],
    ]);

    // The correction alone stands between the two: another decision on paper would have to be another result.
    await db('appeals').where({ document_id: id }).update({ indicator: 'B1' });
    const other = openDatabase(where);
    const [, betrayed] = await recomputeResults(other, round.documentId).finally(() => other.destroy());
    expect(betrayed?.faults.join()).toMatch(/不是复核决定的更正/);
    await db('appeals').where({ document_id: id }).update({ indicator: 'A1' });

    const past = await unit.client.get(`${address}/history`);
    expect(past.status).toBe(200);
    expect(past.text).not.toContain(String(reviewer.staff.displayName));
    const theirs = (await rowsOf(round, 2)).find(
      (row) => (row.unit as Rec).documentId === units[0]?.documentId,
    );
    const seen = await first.client.get(`/unit-results/${theirs?.documentId}/history`);
    expect(seen.status).toBe(200);
    for (const word of [reviewer.staff.displayName, second.name, '台账已核'])
      expect(seen.text).not.toContain(String(word));
    for (const field of ['statistics', 'reason'])
      expect(
        (await first.client.get(`/unit-results?populate[result][fields][0]=${field}`)).status,
        field,
      ).toBe(400);
    const news = (await first.client.get<{ title: { zh: string } }[]>('/notifications')).data;
    expect(news.map(({ title }) => title.zh).join()).toContain('测评结果已更正');

    // Of the evaluators' own sheets nothing has changed.
    const sheets = (
      await by.get<Rec[]>(
        `/evaluations?filters[round][documentId]=${round.documentId}&filters[unit][documentId]=${second.documentId}&fields[0]=entries`,
      )
    ).data;
    expect(sheets.map(({ entries }) => (entries as { A1: { points: number } }).A1.points)).toEqual([30, 30]);

    const decided = (await unit.client.get<Case>(`${address}/case`)).data;
    expect(decided).toMatchObject({ decision: '台账已核,应予计分。', effect: { after: { rank: 1 } } });
    const told = (await unit.client.get<{ title: { zh: string } }[]>('/notifications')).data;
    expect(told.map(({ title }) => title.zh).join()).toContain('申诉已更正');

    const standing = async (row: Rec | undefined, who: Person) =>
      (await who.client.get<{ appeal: Record<string, unknown> }>(`/unit-results/${row?.documentId}/standing`))
        .data.appeal;
    const newest = now.find((row) => (row.unit as Rec).documentId === second.documentId);
    expect(await standing(mine, unit)).toMatchObject({
      later: { number: 2, documentId: newest?.documentId },
    });
    expect(await standing(newest, unit)).toMatchObject({
      before: { rank: 2, total: '70.00' },
      later: null,
      refused: null,
    });
    const against = await unit.client.post('/appeals', {
      data: { unitResult: mine.documentId, indicator: 'A2', ground: '对旧结果' },
    });
    expect(against.error.details.errors?.[0]?.message).toMatch(/已更正/);
    const again = await unit.client.post('/appeals', {
      data: { unitResult: newest?.documentId, indicator: 'A1', ground: '同一指标再提' },
    });
    expect(again.status).toBe(409);
    const calm = now.find((row) => (row.unit as Rec).documentId === third.documentId);
    expect(calm?.rank).toBe(3);
  });

  it('builds on a correction that came in between', async () => {
    const { round, units, unit, reviewer, mine, results } = await appealing();
    const first = await make.person('unit', { unit: units[0]?.documentId });
    const one = await appealUnderReview(by, unit.client, mine, reviewer);
    const other = await appealUnderReview(by, first.client, results[0] as Rec, reviewer);
    await weigh(reviewer, `/appeals/${one}`, 39);
    await weigh(reviewer, `/appeals/${other}`, 40);
    await step(reviewer.client, `/appeals/${one}`, 'amend');
    await step(reviewer.client, `/appeals/${other}`, 'amend');
    const now = await rowsOf(round, 3);
    expect(now.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '80.00'],
      [2, '79.00'],
      [3, '60.00'],
    ]);
  });

  it('may be turned down: the result stays as it is, and the case is closed', async () => {
    const { round, unit, reviewer, mine } = await appealing();
    const id = await appealUnderReview(by, unit.client, mine, reviewer);
    const address = `/appeals/${id}`;
    const early = await reviewer.client.step(
      address,
      'uphold',
      Number((await reviewer.client.get<Rec>(address)).data.rev),
    );
    expect(early.error.details.errors?.[0]).toMatchObject({ path: ['decision'] });
    await weigh(reviewer, address, 40, '台账逾期,原评分无误。');
    await step(reviewer.client, address, 'uphold');
    expect(await rowsOf(round, 2)).toEqual([]);
    const { data } = await unit.client.get<Case>(`${address}/case`);
    expect(data).toMatchObject({ decision: '台账逾期,原评分无误。', effect: null });
    const { rev } = (await reviewer.client.get<Rec>(address)).data;
    for (const name of ['amend', 'uphold', 'reassign'])
      expect((await reviewer.client.step(address, name, Number(rev), 'x')).status, name).toBe(409);
  });
});
