import type { Day } from '@jiedui/shared/calendar';
import { markDemonstration } from '../clock';
import { modelOf } from '../read/model';
import type { BulkCreate } from '../write/bulk';
import { DEMO_SITE, DEMO_UNIT, OFFICE } from './accounts';
import type { Stage } from './activity-steps';
import { idOf, takeSteps } from './actors';
import { example, marked } from './marks';
import { stationOf, TOWNS } from './places';
import { siteKey, unitKey } from './registry';
import { UNITS } from './units';

type Step = [day: Day, username: string, step: string, reason?: string];
type Filed = { resource: 'report' | 'material-submission'; key: string; steps: readonly Step[] };

/** How the interim summary of a unit went, one after the other down the list of units; the last ones sent none. */
const REPORT_LIVES: readonly (readonly Step[])[] = [
  [
    ['2022-10-18', OFFICE, 'submit'],
    ['2022-10-21', OFFICE, 'accept'],
  ],
  [
    ['2022-10-19', OFFICE, 'submit'],
    ['2022-10-21', OFFICE, 'accept'],
  ],
  [['2022-10-20', OFFICE, 'submit']],
  [['2022-10-24', OFFICE, 'submit']],
  [
    ['2022-10-20', OFFICE, 'submit'],
    ['2022-10-21', OFFICE, 'accept'],
  ],
];

/** The demonstration's own unit sent its report itself and was asked to mend it. */
const OWN_LIFE: readonly Step[] = [
  ['2022-10-19', 'caizhengju', 'submit'],
  ['2022-10-25', OFFICE, 'return', '请补充第三季度参加活动的人数。'],
];

/** Every sixth unit has sent nothing. */
const SILENT_EACH = 6;

const reportKey = (unit: string) => `report:${unit}`;

function lifeOf(unit: string, at: number): readonly Step[] {
  return unit === DEMO_UNIT ? OWN_LIFE : (REPORT_LIVES[at % REPORT_LIVES.length] ?? []);
}

const REPORTS = UNITS.map(({ name }, at) => ({ name, at }))
  .filter(({ name, at }) => name === DEMO_UNIT || at % SILENT_EACH !== SILENT_EACH - 1)
  .map(({ name, at }) => ({
    unit: name,
    filed: { resource: 'report', key: reportKey(name), steps: lifeOf(name, at) } satisfies Filed,
  }));

const MATERIALS_KEY = 'filing-requirement:monthly';
const materialKey = (site: string) => `materials:${site}`;

const MATERIAL_LIVES: readonly (readonly Step[])[] = [
  [
    ['2022-11-04', OFFICE, 'submit'],
    ['2022-11-07', OFFICE, 'forward'],
    ['2022-11-09', OFFICE, 'accept'],
  ],
  [['2022-11-05', OFFICE, 'submit']],
  [
    ['2022-11-08', OFFICE, 'submit'],
    ['2022-11-10', OFFICE, 'forward'],
  ],
];

const OWN_MATERIALS: readonly Step[] = [
  ['2022-11-03', 'donghushequ', 'submit'],
  ['2022-11-09', 'yunxizhen', 'return', '请写明志愿者人数。'],
];

/** In each town the last site has filed nothing. */
const MATERIALS = TOWNS.flatMap(({ sites }) => sites.slice(0, -1).map(stationOf)).map((site, at) => ({
  site,
  filed: {
    resource: 'material-submission',
    key: materialKey(site),
    steps: site === DEMO_SITE ? OWN_MATERIALS : (MATERIAL_LIVES[at % MATERIAL_LIVES.length] ?? []),
  } satisfies Filed,
}));

/** `requirements` are the plan's reports, by their code. */
export function filingRows(requirements: ReadonlyMap<string, string>): BulkCreate[] {
  const interim = { documentId: requirements.get('interimSummary') ?? '' };
  return [
    { resource: 'filing-requirement', rows: [{ key: MATERIALS_KEY, values: MONTHLY }] },
    {
      resource: 'report',
      rows: REPORTS.map(({ unit, filed }) => ({
        key: filed.key,
        values: example({
          requirement: interim,
          unit: { key: unitKey(unit) },
          text: `${unit}按照方案与结对阵地共同开展文明实践活动,7月至10月组织志愿服务和宣讲,后续将继续按月安排。`,
          state: 'draft',
        }),
      })),
    },
    {
      resource: 'material-submission',
      rows: MATERIALS.map(({ site, filed }) => ({
        key: filed.key,
        values: example({
          requirement: { key: MATERIALS_KEY },
          period: '2022-10',
          station: { key: siteKey(site) },
          text: '十月开展集中活动周志愿服务和便民服务日,现场秩序良好,居民参加踊跃,照片另行补充。',
          state: 'draft',
        }),
      })),
    },
  ];
}

const MONTHLY = example({
  title: marked('每月活动材料'),
  code: 'monthlyMaterials',
  appliesTo: { unitClasses: [], stationLevels: ['station'], departments: false },
  startsOn: '2022-10-01',
  endsOn: '2023-02-28',
  cutoff: { every: 'month', day: 5, monthsLater: 1, addendaDays: 15 },
  rules: {
    kinds: ['picture', 'pdf'],
    megabytes: 10,
    files: { min: 0, max: 9 },
    text: { min: 20, max: 2000 },
  },
  instructions: '写明当月活动的时间、地点、参加人数和志愿者人数,附现场照片。',
  active: true,
});

/** Sends in, forwards, accepts and returns them, day by day. */
export async function walkFilings({ strapi, trx, ids, actor }: Stage): Promise<void> {
  const filed: Filed[] = [...REPORTS, ...MATERIALS].map((one) => one.filed);
  const moves = filed
    .flatMap(({ resource, key, steps }) => steps.map((step) => ({ resource, key, step })))
    .sort((one, other) => (one.step[0] < other.step[0] ? -1 : one.step[0] > other.step[0] ? 1 : 0));
  for (const { resource, key, step } of moves) {
    const [day, username, name, reason] = step;
    await markDemonstration(strapi, day);
    const walker = { model: modelOf(resource), id: idOf(ids, key), actor: actor(username) };
    await takeSteps(strapi, trx, { ...walker, reason: reason ?? null }, name);
  }
}
