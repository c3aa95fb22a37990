import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, unique } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

describe('what a query may not ask', () => {
  const refused: [path: string, why: string][] = [
    ['/units?populate=*', 'everything at once'],
    ['/units?populate=deep', 'an unknown relation'],
    ['/units?populate[activities]=true', 'an inverse relation'],
    ['/stations?populate=pairings', 'an inverse relation'],
    ['/stations?filters[activities][title][$startsWith]=a', 'a filter by an inverse relation'],
    ['/units?filters[pairings][id][$gt]=0', 'a filter by an inverse relation'],
    ['/activities?populate[unit][populate]=department', 'a second level'],
    ['/activities?populate[unit][filters][name]=x', 'a filter within populate'],
    ['/activities?populate[unit][fields][0]=createdBy', 'a hidden field of a relation'],
    ['/activities?filters[unit][department][name]=x', 'a filter two levels away'],
    ['/activities?sort=unit.department.name', 'a sort two levels away'],
    ['/assignments?populate[evaluator][fields][0]=password', 'a password by populate'],
    ['/assignments?populate[evaluator][fields][0]=email', 'an address by populate'],
    ['/assignments?filters[evaluator][password][$startsWith]=$2', 'a password by filter'],
    ['/assignments?sort=evaluator.password', 'a password by sort'],
    ['/staff?filters[password][$startsWith]=$2a', 'a password by filter'],
    ['/staff?fields[0]=resetPasswordToken', 'a token'],
    ['/staff?sort=password', 'a password by sort'],
    ['/staff?filters[email][$contains]=a', 'an address'],
    ['/units?filters[createdBy][id]=1', 'Strapi’s own relation'],
    ['/units?filters[nothing]=1', 'an unknown field'],
    ['/units?filters[name][$like]=a', 'an unknown operator'],
    ['/units?filters[name][$eq][$eq]=a', 'an operator within an operator'],
    ['/units?fields[0]=__proto__', 'a field of prototypes'],
    ['/units?fields[0]=constructor', 'a field of prototypes'],
    ['/units?sort=__proto__', 'a sort by prototypes'],
    ['/units?filters=x', 'no object'],
    ['/units?filters[$or]=x', 'no list'],
    ['/units?filters[$and][0][$or][0][$and][0][$or][0][$and][0][name]=x', 'too deep'],
    ['/units?sort=name:sideways', 'an unknown direction'],
    ['/units?sort=name;drop table units', 'SQL in a sort'],
    ['/units?sort=name desc', 'SQL in a sort'],
    ['/units?fields[0]=name,(select 1)', 'SQL in a field'],
    ['/units?pagination[pageSize]=101', 'a page too large'],
    ['/units?pagination[pageSize]=-1', 'a negative page'],
    ['/units?pagination[pageSize]=0', 'no page'],
    ['/units?pagination[page]=0', 'page 0'],
    ['/units?pagination[page]=1.5', 'half a page'],
    ['/units?pagination[page]=1e99', 'a page beyond all'],
    ['/units?pagination=x', 'no object'],
    [`/units?_q=${'x'.repeat(101)}`, 'a search too long'],
    ['/units?_q[a]=b', 'a search that is no text'],
    ['/units?somethingElse=1', 'an unknown parameter'],
    [
      `/units?${Array.from({ length: 61 }, (_, at) => `filters[$or][${at}][name]=x`).join('&')}`,
      'too many conditions',
    ],
  ];

  it.each(refused)('%s (%s)', async (path) => {
    const answer = await by.get(path);
    expect(answer.status, answer.text.slice(0, 300)).toBe(400);
    expect(answer.error.details.code).toBe('BAD_QUERY');
  });
});

describe('keys of prototypes', () => {
  it.each([
    'filters[__proto__][name]=x',
    'filters[constructor][name]=x',
    'filters[toString]=x',
    'populate[__proto__]=unit',
    'populate[constructor]=true',
    '__proto__[filters][name]=x',
  ])('%s names nothing and changes nothing', async (query) => {
    const answer = await by.get(`/units?${query}&pagination[pageSize]=1`);
    expect([200, 400]).toContain(answer.status);
    const after = await by.get<Rec>(`/units/${(await make.unit()).documentId}`);
    expect(Object.keys(after.data)).toEqual(Object.keys((await by.get('/units')).data[0] as Rec));
  });
});

describe('what a filter finds', () => {
  let mark: string;
  let units: Rec[];
  beforeAll(async () => {
    mark = unique('q');
    units = [
      await make.unit({ name: `${mark}甲`, unitClass: 'key', leader: '王%_\\五', resident: true }),
      await make.unit({ name: `${mark}乙`, unitClass: 'school' }),
      await make.unit({ name: `${mark}丙ABC`, unitClass: 'liaison', leader: '赵六' }),
    ];
  });

  const cases: [query: string, found: number[]][] = [
    ['filters[unitClass]=key', [0]],
    ['filters[unitClass][$eq]=key', [0]],
    ['filters[unitClass][$ne]=key', [1, 2]],
    ['filters[unitClass][$in][0]=key&filters[unitClass][$in][1]=school', [0, 1]],
    ['filters[unitClass][$notIn][0]=key', [1, 2]],
    ['filters[leader][$null]=true', [1]],
    ['filters[leader][$notNull]=true', [0, 2]],
    ['filters[leader][$ne]=赵六', [0, 1]],
    ['filters[leader][$contains]=%', [0]],
    ['filters[leader][$contains]=_', [0]],
    ['filters[leader][$contains]=\\', [0]],
    ['filters[leader][$startsWith]=赵', [2]],
    ['filters[name][$containsi]=abc', [2]],
    ['filters[resident]=true', [0]],
    ['filters[resident][$eq]=false', [1, 2]],
    ['filters[$or][0][unitClass]=key&filters[$or][1][unitClass]=school', [0, 1]],
    ['filters[$not][unitClass]=key', [1, 2]],
    ['filters[$not][leader][$eq]=赵六', [0, 1]],
    ["filters[leader]=' OR 1=1 --", []],
    ['filters[unitClass][$in]=', []],
  ];

  it.each(cases)('%s', async (query, found) => {
    const answer = await by.get(
      `/units?filters[name][$startsWith]=${encodeURIComponent(mark)}&${encodeURI(query)}&sort=id`,
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.data.map((unit) => unit.documentId)).toEqual(found.map((at) => units[at]?.documentId));
    expect(answer.meta.pagination.total).toBe(found.length);
  });

  it('compares instants and days as times, on both databases', async () => {
    const activity = await make.activity({
      startsAt: '2022-11-17T16:30:00.000Z',
      endsAt: '2022-11-17T18:00:00.000Z',
    });
    const own = `filters[documentId]=${activity.documentId}`;
    const find = async (query: string) => (await by.get(`/activities?${own}&${query}`)).data.length;
    expect(await find('filters[startsAt][$gte]=2022-11-17T16:30:00.000Z')).toBe(1);
    expect(await find('filters[startsAt][$gt]=2022-11-17T16:30:00.000Z')).toBe(0);
    expect(await find('filters[startsAt][$lt]=2022-11-18T00:30:01%2B08:00')).toBe(1);
    expect(await find('filters[startsAt]=2022-11-17T16:30:00Z')).toBe(1);
    expect(await find('filters[day]=2022-11-18')).toBe(1);
    expect(await find('filters[day][$lt]=2022-11-18')).toBe(0);
    expect(await find('filters[month]=2022-11')).toBe(1);
    expect(activity.startsAt).toBe('2022-11-17T16:30:00.000Z');
  });

  it('pages without losing or doubling a row, whatever it sorts by', async () => {
    const seen: string[] = [];
    for (const page of [1, 2, 3]) {
      const answer = await by.get(
        `/units?filters[name][$startsWith]=${encodeURIComponent(mark)}&sort=example:desc&pagination[pageSize]=1&pagination[page]=${page}`,
      );
      expect(answer.meta.pagination).toEqual({ page, pageSize: 1, pageCount: 3, total: 3 });
      seen.push(...answer.data.map((unit) => unit.documentId));
    }
    expect(seen.sort()).toEqual(units.map((unit) => unit.documentId).sort());
  });

  it('sorts by a field of a relation and shows its name', async () => {
    const [a, b] = [await make.unit({ name: unique('s1') }), await make.unit({ name: unique('s0') })];
    const station = (await make.station()).documentId;
    const category = (await make.category()).documentId;
    for (const unit of [a, b]) await make.activity({ unit: unit.documentId, station, category });
    const answer = await by.get(
      `/activities?filters[station][documentId]=${station}&sort=unit.name&populate[0]=unit&populate[1]=station`,
    );
    expect(answer.data.map((activity) => (activity.unit as Rec).name)).toEqual([b.name, a.name]);
    expect(Object.keys(answer.data[0]?.unit as Rec).sort()).toEqual(['documentId', 'id', 'name']);
  });

  it('gives relations only when asked', async () => {
    const activity = await make.activity();
    const plain = await by.get<Rec>(`/activities/${activity.documentId}`);
    expect(Object.hasOwn(plain.data, 'unit')).toBe(false);
    expect(Object.hasOwn(plain.data, 'photos')).toBe(false);
    const full = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=unit&populate[1]=photos`);
    expect(full.data.photos).toEqual([]);
    expect((full.data.unit as Rec).documentId).toBeTypeOf('string');
  });
});

describe('a relation does not reach past the scope', () => {
  let unit: Person;
  let foreign: Rec;
  beforeAll(async () => {
    unit = await make.person('unit', { unit: (await make.unit()).documentId });
    foreign = await make.activity({ title: unique('秘密') });
  });

  it('a filter by a foreign unit finds nothing, and tells nothing by its total', async () => {
    const { data } = await by.get<Rec>(`/activities/${foreign.documentId}?populate[0]=unit`);
    const answer = await unit.client.get(
      `/activities?filters[unit][documentId]=${(data.unit as Rec).documentId}`,
    );
    expect(answer.data).toEqual([]);
    expect(answer.meta.pagination.total).toBe(0);
  });

  it('searching and counting stay within the scope', async () => {
    expect(
      (await unit.client.get(`/activities?_q=${encodeURIComponent(String(foreign.title))}`)).data,
    ).toEqual([]);
    const days = await unit.client.get<{ count: number }[]>('/activities/by-day?month=2022-11');
    expect(days.data).toEqual([]);
    const months = await unit.client.get<unknown[]>('/activities/by-unit-month?from=2022-11&to=2022-11');
    expect(months.data).toEqual([]);
  });
});
