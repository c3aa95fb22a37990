import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, create } from './support/builders';
import { type Client, office, type Rec } from './support/client';

type Coverage = {
  by: string;
  indicators: { documentId: string; name: string; sites: number }[];
  rows: { key: string; name: string; town: string | null; counts: number[] }[];
  sites: number;
};

let by: Client;
let make: Builders;
let town: Rec;
let sites: Rec[];
let unit: Rec;
let served: Rec;
let unserved: Rec;

/** Two sites of a town, the first with activities of two months that serve an indicator; those not held do not. */
beforeAll(async () => {
  by = await office();
  make = builders(by);
  town = await make.town();
  sites = [await make.station({ town: town.documentId }), await make.station({ town: town.documentId })];
  unit = await make.unit();
  served = await make.indicator();
  unserved = await make.indicator();
  const brought = async (day: string, state: string, indicators: Rec[], station = sites[0]) =>
    create(by, 'activities', {
      ...(await make.activityValues({ unit: unit.documentId, station: station?.documentId })),
      startsAt: `${day}T01:00:00.000Z`,
      endsAt: `${day}T03:00:00.000Z`,
      indicators: indicators.map(({ documentId }) => documentId),
      ...(state === 'planned' ? {} : { actualPeople: 10, summary: '顺利' }),
    }).then((activity) => walk(activity, state));
  await brought('2022-10-31', 'held', [served]);
  await brought('2022-11-01', 'held', [served]);
  await brought('2022-11-30', 'held', [served]);
  await brought('2022-11-12', 'planned', [served, unserved]);
  await brought('2022-12-01', 'held', [served], sites[1]);
});

async function walk(activity: Rec, state: string): Promise<void> {
  if (state === 'planned') return;
  const ready = {
    routine: true,
    materialsReviewed: true,
    firstAidOfficer: '王急救',
    guides: '刘指引',
    ivolunteerNumber: 'HD-1',
  };
  const path = `/activities/${activity.documentId}`;
  await by.put(path, { data: ready }, activity.rev);
  for (const name of ['clear', 'announce', 'hold']) {
    const { rev } = (await by.get<Rec>(path)).data;
    const answer = await by.step(path, name, rev);
    if (answer.status !== 200) throw new Error(answer.text);
  }
}

const ask = (client: Client, query: string) =>
  client.get<Coverage>(`/coverage?${query}&town=${town.documentId}`);

const columnOf = ({ indicators }: Coverage, { documentId }: Rec) =>
  indicators.findIndex((indicator) => indicator.documentId === documentId);

describe('the coverage of 创文 indicators', () => {
  it('counts by site what took place in the months, with the gaps', async () => {
    const { data, meta } = await ask(by, 'from=2022-10&to=2022-11');
    const [at, other] = [columnOf(data, served), columnOf(data, unserved)];
    const counts = Object.fromEntries(data.rows.map((row) => [row.key, [row.counts[at], row.counts[other]]]));
    expect(counts).toEqual({
      [String(sites[0]?.documentId)]: [3, 0],
      [String(sites[1]?.documentId)]: [0, 0],
    });
    expect([data.indicators[at]?.sites, data.indicators[other]?.sites, data.sites]).toEqual([1, 0, 2]);
    expect(meta.pagination.total).toBe(2);
  });

  it.each([
    ['2022-10', '2022-10', 1, 0],
    ['2022-11', '2022-11', 2, 0],
    ['2022-12', '2022-12', 0, 1],
    ['2022-10', '2022-12', 3, 1],
  ])('from %s to %s: %i and %i', async (from, to, first, second) => {
    const { data } = await ask(by, `from=${from}&to=${to}`);
    const at = columnOf(data, served);
    const countOf = (site?: Rec) => data.rows.find(({ key }) => key === site?.documentId)?.counts[at];
    expect([countOf(sites[0]), countOf(sites[1])]).toEqual([first, second]);
  });

  it('counts by month, months without anything included', async () => {
    const { data } = await ask(by, 'from=2022-09&to=2022-12&by=month');
    const at = columnOf(data, served);
    expect(data.by).toBe('month');
    expect(data.rows.map(({ key, counts }) => [key, counts[at]])).toEqual([
      ['2022-09', 0],
      ['2022-10', 1],
      ['2022-11', 2],
      ['2022-12', 1],
    ]);
  });

  it('pages the sites', async () => {
    const { data, meta } = await ask(by, 'from=2022-10&to=2022-11&pageSize=1&page=2');
    expect(data.rows).toHaveLength(1);
    expect(meta.pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, total: 2 });
  });

  it('shows a site and a unit their own activities only', async () => {
    const clerk = await make.person('station', { station: sites[1]?.documentId });
    const { data } = await ask(clerk.client, 'from=2022-10&to=2022-12');
    expect(data.rows.map(({ key }) => key)).toEqual([sites[1]?.documentId]);
    expect(data.rows[0]?.counts[columnOf(data, served)]).toBe(1);
    const stranger = await make.person('unit', { unit: (await make.unit()).documentId });
    expect((await ask(stranger.client, 'from=2022-10&to=2022-12')).data.rows).toEqual([]);
    const evaluator = await make.person('evaluator');
    expect((await ask(evaluator.client, 'from=2022-10&to=2022-12')).status).toBe(403);
  });

  it.each([
    'from=2022-10',
    'to=2022-10',
    'from=2022-13&to=2022-12',
    'from=2022-11&to=2022-10',
    'from=2020-01&to=2022-01',
    'from=2022-10&to=2022-11&by=unit',
    'from=2022-10&to=2022-11&page=0',
    'from=2022-10&to=2022-11&pageSize=101',
    'from[]=2022-10&to=2022-11',
  ])('refuses %s', async (query) => {
    const answer = await ask(by, query);
    expect([answer.status, answer.error.details.code]).toEqual([400, 'BAD_QUERY']);
  });

  it('leaves out what is not in use any more', async () => {
    const old = await make.indicator({ active: false });
    const { data } = await ask(by, 'from=2022-10&to=2022-11');
    expect(columnOf(data, old)).toBe(-1);
  });
});

describe('indicators', () => {
  it('are the civility office’s and the district office’s to write, and everybody’s to read', async () => {
    const { client } = await make.person('civilityOffice');
    const made = await client.post<Rec>('/indicators', {
      data: { code: 'ZX-1', name: '志愿服务氛围', area: 'onSite' },
    });
    expect(made.status, made.text).toBe(201);
    const twice = await client.post('/indicators', { data: { code: 'ZX-1', name: '再来', area: 'onSite' } });
    expect([twice.status, twice.error.details.code]).toEqual([409, 'DUPLICATE']);
    const contact = await make.person('unit', { unit: unit.documentId });
    const path = `/indicators/${made.data.documentId}`;
    expect((await contact.client.get(path)).status).toBe(200);
    expect((await contact.client.put(path, { data: { name: '改' } }, 1)).status).toBe(403);
  });

  it('are kept while an activity serves them', async () => {
    const answer = await by.remove(`/indicators/${served.documentId}`, served.rev);
    expect([answer.status, answer.error.details.code]).toEqual([409, 'IN_USE']);
  });
});
