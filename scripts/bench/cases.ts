import type { BenchFacts } from './facts';
import type { Load } from './measure';
import { type People, readRevisions } from './people';
import { benchEntries } from './rubric';

/** One comparison: the same work asked of us, of the floor and, where it can do it, of stock Strapi. */
export type Case = {
  name: string;
  words: string;
  ours: Load;
  /** What it is measured against: on the floor's server, or on ours where that says so. */
  floor: Load;
  floorIsOurs?: true;
  stock?: Load;
  /** What must be looked up anew before each measurement. */
  prepare?: () => Promise<void>;
};

const CONNECTIONS = 10;

const LIST =
  'populate[0]=unit&populate[1]=station&sort[0]=startsAt:desc&pagination[page]=1&pagination[pageSize]=25';

/** As a browser asks: it takes compressed answers. */
const read = (path: string, token: string): Load => ({
  path,
  connections: CONNECTIONS,
  requests: [{ method: 'GET', headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip' } }],
});
const floorRead = (path: string): Load => ({ path, connections: CONNECTIONS });

export function casesOf(facts: BenchFacts, people: People, stockToken: string | null): Case[] {
  const { town, office } = people;
  const inTown = `filters[station][town][documentId][$eq]=${facts.town.documentId}`;
  const stockList = `/api/activities?${LIST.replace('populate[0]=unit&populate[1]=station', 'populate[unit][fields][0]=name&populate[station][fields][0]=name')}&${inTown}`;
  return [
    {
      name: 'activityList',
      words: '活动列表(带单位和站点名称,按日期,含总数)',
      ours: read(`/api/activities?${LIST}`, town),
      floor: floorRead('/list'),
      ...(stockToken ? { stock: read(stockList, stockToken) } : {}),
    },
    {
      name: 'madeList',
      words: '办公室自建类型的列表(底线:活动列表)',
      ours: read(`/api/visits?${LIST}`, town),
      floor: read(`/api/activities?${LIST}`, town),
      floorIsOurs: true,
    },
    {
      name: 'oneRecord',
      words: '一条活动',
      ours: read(`/api/activities/${facts.activityId}?populate[0]=unit&populate[1]=station`, town),
      floor: floorRead('/one'),
    },
    {
      name: 'countByUnitMonth',
      words: '按单位和月份计数',
      ours: read('/api/activities/by-unit-month?from=2022-07&to=2023-02', town),
      floor: floorRead('/counts'),
    },
    {
      name: 'rankedSummary',
      words: '排名汇总(底线:按单位求平均)',
      ours: read(`/api/rounds/${facts.round.documentId}/summary`, office),
      floor: floorRead('/average'),
    },
    {
      name: 'sheetSaved',
      words: '保存评分表',
      ours: saveOurs(people),
      floor: saveFloor(people),
      prepare: () => readRevisions(people),
    },
    {
      name: 'recordCreated',
      words: '新建活动',
      ours: createAt('/api/activities', facts.place, town),
      floor: createFloor(),
      ...(stockToken ? { stock: createAt('/api/activities', facts.placeRows, stockToken) } : {}),
    },
  ];
}

/** A refused request makes a figure worthless: say once what was wrong. */
function tellFirst(what: string): (status: number, body: string) => void {
  let told = false;
  return (status, body) => {
    if (status < 300 || told) return;
    told = true;
    console.log(`  ${what} ${status}: ${body.slice(0, 300)}`);
  };
}

type Sheet = People['sheets']['ours'][number];

/** Every connection saves a sheet of its own, again and again, with the revision that it got last. */
function saving(
  sheets: Sheet[],
  request: (sheet: Sheet, at: number) => { path: string; body: unknown },
): Load {
  let count = 0;
  const free = [...sheets];
  const tell = tellFirst('sheet');
  return {
    connections: CONNECTIONS,
    requests: [
      {
        setupRequest(base, context) {
          if (!context.sheet) {
            // A new round opens new connections: hand the sheets round in order.
            const next = free.shift();
            if (!next) throw new Error('There are fewer sheets than connections');
            free.push(next);
            context.sheet = next;
          }
          const sheet = context.sheet as Sheet;
          count += 1;
          const { path, body } = request(sheet, count);
          return {
            ...base,
            method: path === '/save' ? 'POST' : 'PUT',
            path,
            headers: {
              'Content-Type': 'application/json',
              Authorization: `Bearer ${sheet.token}`,
              'If-Match': `"${sheet.rev}"`,
            },
            body: JSON.stringify(body),
          };
        },
        onResponse(status, body, context) {
          const sheet = context.sheet as Sheet;
          tell(status, body);
          if (status === 200) sheet.rev = (JSON.parse(body) as { data: { rev: number } }).data.rev;
        },
      },
    ],
  };
}

const saveOurs = ({ sheets }: People): Load =>
  saving(sheets.ours, (sheet, at) => ({
    path: `/api/evaluations/${sheet.documentId}`,
    body: { data: { entries: benchEntries(at), comment: `第 ${at} 次` } },
  }));

const saveFloor = ({ sheets }: People): Load =>
  saving(sheets.floor, (sheet, at) => ({
    path: '/save',
    body: { sheet: sheet.rowId, rev: sheet.rev, entries: benchEntries(at) },
  }));

let titles = 0;
const activity = () => {
  titles += 1;
  return {
    title: `新活动 ${process.pid}-${titles}`,
    startsAt: '2022-11-18T01:00:00.000Z',
    endsAt: '2022-11-18T03:00:00.000Z',
  };
};

function createAt(path: string, place: object, token: string): Load {
  return {
    connections: CONNECTIONS,
    requests: [
      {
        setupRequest: (base) => ({
          ...base,
          method: 'POST',
          path,
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
          body: JSON.stringify({ data: { ...activity(), ...place, venueKind: 'site' } }),
        }),
        onResponse: tellFirst(path),
      },
    ],
  };
}

function createFloor(): Load {
  return {
    connections: CONNECTIONS,
    requests: [
      {
        setupRequest: (base) => ({
          ...base,
          method: 'POST',
          path: '/create',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(activity()),
        }),
      },
    ],
  };
}
