import { checkActivity } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { isInFocusWeek, PLAN_CATEGORIES } from '@jiedui/shared/programme';
import { machineOf } from '@jiedui/shared/workflow';
import { describe, expect, it } from 'vitest';
import { DEMO_SITE } from './accounts';
import { type DemoActivity, inventActivities } from './activities';
import { DEMO_DAY } from './marks';
import { inventedPeople } from './people';
import { seededRandom } from './random';
import { pairUp, SITES } from './registry';
import { UNITS } from './units';

const categories = new Map(PLAN_CATEGORIES.map(({ code }) => [code as string, `address of ${code}`]));

function invent(seed: number) {
  const random = seededRandom(seed);
  const pairings = pairUp(random, DEMO_SITE);
  return { pairings, activities: inventActivities(random, inventedPeople(random), pairings, categories) };
}

const { pairings, activities } = invent(20221116);
const stateOf = ({ values }: DemoActivity) => String(values.state);
const startOf = ({ values }: DemoActivity) => dayOf(String(values.startsAt));

describe('the invented district', () => {
  it('is the same for the same seed and another for another', () => {
    expect(invent(20221116)).toEqual({ pairings, activities });
    expect(invent(1).activities).not.toEqual(activities);
  });

  it('has 36 units, 28 sites to pair with and 60 different pairings; every site has one', () => {
    expect(UNITS).toHaveLength(36);
    expect(SITES).toHaveLength(28);
    expect(new Set(pairings.map(({ unit, site }) => `${unit.name}|${site.name}`)).size).toBe(60);
    expect(new Set(pairings.map(({ site }) => site.name)).size).toBe(28);
  });
});

describe('the invented activities', () => {
  it('could all have been entered by a person', () => {
    expect(activities.flatMap(({ values }) => checkActivity(values))).toEqual([]);
  });

  it('come in only in states that papers may bring', () => {
    const entry = machineOf('activity')?.entry ?? [];
    expect(activities.map(stateOf).filter((state) => !entry.includes(state))).toEqual([]);
  });

  it('hold nothing before its day: what lies ahead is not reported, what is reported has an outcome', () => {
    for (const activity of activities) {
      const { values } = activity;
      if (startOf(activity) > DEMO_DAY) expect(['planned', 'cancelled']).toContain(values.state);
      if (values.reportedAt) expect(values).toMatchObject({ actualPeople: expect.any(Number) });
      for (const at of [values.reportedAt, values.verifiedAt]) {
        if (at) expect(String(at) > String(values.endsAt) && dayOf(String(at)) < DEMO_DAY).toBe(true);
      }
    }
  });

  it('leave gaps: some focus weeks of liaison pairings are met, some are not', () => {
    const liaison = pairings.filter(({ unit }) => unit.unitClass === 'liaison');
    const met = liaison.filter(({ key }) =>
      activities.some(
        (activity) =>
          activity.pairing.key === key &&
          startOf(activity).startsWith('2022-10') &&
          isInFocusWeek(startOf(activity), 'calendarRow'),
      ),
    );
    expect(met.length).toBeGreaterThan(liaison.length / 2);
    expect(met.length).toBeLessThan(liaison.length);
  });
});
