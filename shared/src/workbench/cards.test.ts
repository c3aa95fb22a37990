import { describe, expect, it } from 'vitest';
import { can, hasDuty, ROLES, type Role } from '../access';
import { machineOf, stepsFrom } from '../workflow';
import { cardsOf, partiesSeenBy, WORK_CARDS } from './cards';
import type { ListCard } from './work-card';

const LISTS = WORK_CARDS.filter((card): card is ListCard => card.kind === 'list');
const eachRole = LISTS.flatMap((card) => card.roles.map((role) => [card.key, role, card] as const));

describe('what waits for whom', () => {
  it.each<[Role, string[]]>([
    [
      'unit',
      [
        'activitiesReturned',
        'activitiesToReport',
        'activitiesPast',
        'materialsReturned',
        'focusWeekOpen',
        'reportsReturned',
        'reportsOwed',
        'actionPlansReturned',
        'sheetsReturned',
        'sheetsToSubmit',
        'appealsToFile',
        'storiesToSubmit',
        'placementsReturned',
      ],
    ],
    [
      'station',
      [
        'activitiesReturned',
        'activitiesToReport',
        'activitiesPast',
        'activitiesToAnnounce',
        'activitiesToClear',
        'materialsReturned',
        'focusWeekOpen',
        'materialsToForward',
        'reportsReturned',
        'submissionsReturned',
        'reportsOwed',
        'materialsOwed',
        'sitePlansReturned',
        'actionPlansReturned',
        'storiesToSubmit',
        'placementsReturned',
      ],
    ],
    [
      'town',
      [
        'activitiesToAnnounce',
        'activitiesToClear',
        'activitiesToVerify',
        'materialsToReview',
        'focusWeekOpen',
        'materialsToForward',
        'reportsMissing',
        'materialsMissing',
        'sitePlansToApprove',
        'sheetsReturned',
        'sheetsToSubmit',
        'photosToCheck',
      ],
    ],
    [
      'civilityOffice',
      ['activitiesToVerify', 'activitiesUpcoming', 'materialsToReview', 'focusWeekOpen', 'appealsToDecide'],
    ],
    [
      'leadDepartment',
      [
        'activitiesUpcoming',
        'reportsReturned',
        'reportsOwed',
        'actionPlansReturned',
        'projectsToReview',
        'projectsToList',
      ],
    ],
    ['evaluator', ['sheetsReturned', 'sheetsToSubmit', 'talksToAnswer', 'appealsToDecide']],
    ['inspector', ['activitiesUpcoming', 'appealsToDecide']],
    [
      'publicity',
      [
        'activitiesUpcoming',
        'storiesToEdit',
        'storiesToApprove',
        'storiesToPublish',
        'storiesCorrecting',
        'placementsToVerify',
      ],
    ],
    [
      'districtOffice',
      [
        'activitiesToVerify',
        'materialsToReview',
        'focusWeekOpen',
        'unpairedUnits',
        'reportsToAccept',
        'materialsToAccept',
        'reportsMissing',
        'materialsMissing',
        'sitePlansToApprove',
        'actionPlansToAccept',
        'talksToSettle',
        'roundsToClose',
        'roundsToOpen',
        'rubricDrafts',
        'appealsToAccept',
        'photosToCheck',
        'projectsToReview',
        'projectsToList',
      ],
    ],
  ])('%s', (role, keys) => {
    expect(cardsOf(role).map(({ key }) => key)).toEqual(keys);
  });

  it('leaves no role without anything', () => {
    expect(ROLES.filter((role) => cardsOf(role).length === 0)).toEqual([]);
  });

  it('names each card once', () => {
    const keys = WORK_CARDS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a card agrees with the matrix and the machines', () => {
  it.each(eachRole)('%s: %s may read the records', (_, role, card) => {
    expect(can(role, 'read', card.resource)).toBe(true);
  });

  it.each(eachRole.filter(([, , card]) => card.step))('%s: %s may take the step', (_, role, card) => {
    const machine = machineOf(card.resource);
    if (!machine) throw new Error(`${card.resource} has no machine`);
    for (const state of card.states) {
      expect(stepsFrom(machine, state, role).map(([name]) => name)).toContain(card.step);
    }
    expect(can(role, 'transition', card.resource)).toBe(true);
  });

  it.each(LISTS.map((card) => [card.key, card] as const))('%s: its states exist', (_, card) => {
    expect(machineOf(card.resource)?.states).toEqual(expect.arrayContaining([...card.states]));
  });
});

describe('whose rhythm a role sees', () => {
  it.each(ROLES.flatMap((role) => partiesSeenBy(role).map((per) => [role, per] as const)))(
    '%s may read every %s that it is shown',
    (role, per) => {
      expect(can(role, 'read', per)).toBe(true);
      expect(can(role, 'read', 'activity')).toBe(true);
    },
  );

  it('shows a unit no site, and a site no unit: others act there too', () => {
    expect(partiesSeenBy('unit')).not.toContain('station');
    expect(partiesSeenBy('station')).not.toContain('unit');
    expect(partiesSeenBy('evaluator')).toEqual([]);
  });
});

describe('who reads the ledger', () => {
  it.each(ROLES)('%s: whoever is shown whose rhythm', (role) => {
    expect(hasDuty(role, 'readLedger')).toBe(partiesSeenBy(role).length > 0);
  });
});
