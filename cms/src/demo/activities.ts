import { instantAt } from '@jiedui/shared/calendar';
import { machineOf } from '@jiedui/shared/workflow';
import type { BulkCreate } from '../write/bulk';
import type { Values } from '../write/column-values';
import { type Life, later, lifeOf } from './activity-life';
import { type Plan, plansOf } from './activity-plan';
import { indicatorsOf } from './indicators';
import { example } from './marks';
import type { People } from './people';
import { PROJECTS, projectKey } from './projects';
import type { Random } from './random';
import { type DemoPairing, unitKey } from './registry';
import { THEMES } from './themes';

/** An activity with the state to which the seed takes it by steps, after it is written. */
export type DemoActivity = { key: string; pairing: DemoPairing; life: Life; values: Values };

const HOURS = ['09:00', '09:30', '14:30', '15:00', '19:30'] as const;
const LENGTHS = [60, 90, 120, 150] as const;
const HAPPENED = ['held', 'reported', 'verified', 'returned'];

/** All activities of the demonstration, in a fixed order. `categories` by code, as record addresses. */
export function inventActivities(
  random: Random,
  people: People,
  pairings: readonly DemoPairing[],
  categories: ReadonlyMap<string, string>,
): DemoActivity[] {
  const taken = new Set<string>();
  return pairings
    .flatMap((pairing) => plansOf(random, pairing))
    .map((plan, at) => invent(random, people, plan, at, categories))
    .filter(({ values, pairing }) => {
      const same = JSON.stringify([pairing.key, values.startsAt, values.title]);
      return !taken.has(same) && taken.add(same);
    });
}

function invent(
  random: Random,
  people: People,
  { pairing, day, category }: Plan,
  at: number,
  categories: ReadonlyMap<string, string>,
): DemoActivity {
  const startsAt = instantAt(day, random.pick(HOURS));
  const minutes = random.pick(LENGTHS);
  const endsAt = later(startsAt, minutes);
  const life = lifeOf(random, { day, startsAt, endsAt }, pairing.unit.diligence);
  const expectedPeople = random.between(4, 24) * 5;
  const project = PROJECTS.find((one) => one.category === category && one.state === 'listed');
  const { titles, done } = THEMES[category];
  const values: Values = {
    title: random.pick(titles),
    category: { documentId: categories.get(category) },
    indicators: indicatorsOf(category),
    unit: { key: unitKey(pairing.unit.name) },
    station: { key: pairing.site.key },
    pairing: { key: pairing.key },
    project: project && random.chance(0.3) ? { key: projectKey(project.title) } : null,
    startsAt,
    endsAt,
    venue: category === 'care' ? '居民家中' : random.pick(['站内活动室', '站前小院', '党群服务中心二楼']),
    venueKind: category === 'care' ? 'home' : 'site',
    expectedPeople,
    routine: category === 'cityCivility' || random.chance(0.3),
  };
  const prepared = life.state === 'planned' ? {} : preparation(people, at);
  const told = HAPPENED.includes(life.state) ? outcome(random, life, expectedPeople, minutes, done) : {};
  const state = entryState(life.state);
  return {
    key: `activity:${at}`,
    pairing,
    life,
    values: example({ ...values, ...prepared, ...told, ...stamps(life), state }),
  };
}

/** A word and no name, so that the other people of the demonstration stay who they are. */
const GUIDES = '社区志愿者2名';

/** What Annex 1 asks for before an activity may be confirmed and announced. */
function preparation(people: People, at: number): Values {
  return {
    firstAidOfficer: people.name(),
    guides: GUIDES,
    ivolunteerNumber: `示例-${String(at + 1).padStart(6, '0')}`,
    materialsReviewed: true,
  };
}

function outcome(random: Random, life: Life, expected: number, minutes: number, done: string): Values {
  // Who has not reported yet has not counted yet.
  if (life.state === 'held') return {};
  const actualPeople = Math.max(3, Math.round(expected * (0.55 + random.next() * 0.65)));
  const volunteers = random.between(4, 20);
  const served = `组织志愿者${volunteers}人,服务群众${actualPeople}人次。`;
  return { actualPeople, volunteers, serviceMinutes: volunteers * minutes, summary: served + done };
}

const stamps = ({ announcedAt, reportedAt, verifiedAt }: Life): Values => ({
  announcedAt,
  reportedAt,
  verifiedAt,
});

/** The state in which papers may bring it in; the rest of the way is taken by steps. */
function entryState(state: Life['state']): string {
  if (machineOf('activity')?.entry.includes(state)) return state;
  return state === 'returned' ? 'reported' : 'planned';
}

export function activityRows(activities: readonly DemoActivity[]): BulkCreate {
  return { resource: 'activity', rows: activities.map(({ key, values }) => ({ key, values })) };
}
