import {
  type Actor,
  installAccess,
  MATRIX,
  type Reach,
  ROLES,
  type Role,
  type Scope,
  sharedWith,
} from '@jiedui/shared/access';
import { REVIEWER_ROLES } from '@jiedui/shared/round';
import { type Builders, type Person, step } from './builders';
import type { Client, Rec } from './client';
import { fixtureSet } from './fixture-model';
import { appealUnderReview, draftAppeal, publishedRound } from './results';

// The matrix of the running server: the program's with what the office has made.
installAccess(fixtureSet.access, fixtureSet.fieldAccess);

/** The things that hang together around one unit: the own side and the foreign side of a test. */
export type Side = Record<string, Rec>;

/** A record as the test knows it: its relations by name, as row ids. */
type Node = { id: number; relations: Record<string, number | null>; values: Rec };

export type World = {
  own: Side;
  foreign: Side;
  people: Record<Role, Person>;
  actors: Record<Role, Actor>;
  nodes: Map<string, Node[]>;
  /** Rows of types whose records belong to one party only, for the roles to whom another than the unit's is near. */
  forRole: Record<'own' | 'foreign', Partial<Record<Role, Side>>>;
};

/** The party by which a role reaches a report: it is of a unit, a site or a department. */
export const PARTY_OF: Partial<Record<Role, string>> = {
  station: 'station',
  town: 'station',
  leadDepartment: 'department',
};

/** Plural of a record type in the API's addresses. */
export const PLURAL: Record<string, string> = {
  town: 'towns',
  department: 'departments',
  category: 'categories',
  honour: 'honours',
  word: 'words',
  'saved-view': 'saved-views',
  'form-rule': 'form-rules',
  'computed-column': 'computed-columns',
  programme: 'programmes',
  unit: 'units',
  'volunteer-team': 'volunteer-teams',
  station: 'stations',
  pairing: 'pairings',
  project: 'projects',
  activity: 'activities',
  'activity-material': 'activity-materials',
  indicator: 'indicators',
  'guardian-consent': 'guardian-consents',
  volunteer: 'volunteers',
  attendance: 'attendances',
  'ivolunteer-mapping': 'ivolunteer-mappings',
  'ivolunteer-batch': 'ivolunteer-batches',
  'ivolunteer-entry': 'ivolunteer-entries',
  'hour-review': 'hour-reviews',
  rubric: 'rubrics',
  round: 'rounds',
  assignment: 'assignments',
  recusal: 'recusals',
  'metric-entry': 'metric-entries',
  evaluation: 'evaluations',
  moderation: 'moderations',
  'moderation-reply': 'moderation-replies',
  result: 'results',
  'unit-result': 'unit-results',
  appeal: 'appeals',
  story: 'stories',
  'story-column': 'story-columns',
  'story-photo': 'story-photos',
  'portrait-consent': 'portrait-consents',
  'story-comment': 'story-comments',
  'media-placement': 'media-placements',
  'api-consumer': 'api-consumers',
  webhook: 'webhooks',
  'cadence-exception': 'cadence-exceptions',
  'report-requirement': 'report-requirements',
  report: 'reports',
  'filing-requirement': 'filing-requirements',
  'material-submission': 'material-submissions',
  'site-plan': 'site-plans',
  'plan-item': 'plan-items',
  'schedule-item': 'schedule-items',
  'site-offer': 'site-offers',
  'action-plan': 'action-plans',
  'plan-task': 'plan-tasks',
  'liaison-content': 'liaison-contents',
  'photo-flag': 'photo-flags',
  staff: 'staff',
  visit: 'visits',
  'duty-notice': 'duty-notices',
};

export const RESOURCES = [...Object.keys(MATRIX), 'visit'];

/** Two sides, each complete, and one signed-in person per role who belongs to the own side. */
export async function makeWorld(office: Client, make: Builders): Promise<World> {
  const own = await makeSide(make);
  const foreign = await makeSide(make);
  own['saved-view'] = await make.savedView({ sharedWith: 'everyone' });
  foreign['saved-view'] = await make.savedView();
  const belongs = {
    unit: own.unit?.documentId,
    station: own.station?.documentId,
    town: own.town?.documentId,
    department: own.department?.documentId,
  };
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) people[role] = await make.person(role, anchorsOf(role, belongs));
  await addEvaluation(office, make, own, people.evaluator, people);
  await addEvaluation(office, make, foreign, await make.person('evaluator'));
  const other = await make.person('unit', { unit: foreign.unit?.documentId });
  own.staff = people.unit.staff;
  foreign.staff = other.staff;
  own.appeal = await draftAppeal(people.unit.client, own['unit-result'] as Rec);
  foreign.appeal = await draftAppeal(other.client, foreign['unit-result'] as Rec);
  const forRole = { own: await partyRows(make, own), foreign: await partyRows(make, foreign) };
  for (const role of ['unit', 'town'] as const) {
    const evaluation = await ownSheet(office, own.round as Rec, people[role]);
    forRole.own[role] = { ...forRole.own[role], evaluation };
  }
  for (const role of REVIEWER_ROLES)
    forRole.own[role] = { ...forRole.own[role], appeal: await reviewedBy(office, make, people[role]) };
  const nodes = await readNodes(office);
  const actors = Object.fromEntries(ROLES.map((role) => [role, actorOf(role, people[role], own)]));
  return { own, foreign, people, actors: actors as Record<Role, Actor>, nodes, forRole };
}

/** An appeal of somebody else, in a round in which the reviewer took no part. */
async function reviewedBy(office: Client, make: Builders, reviewer: Person): Promise<Rec> {
  const { units, results } = await publishedRound(office, make, [[30]]);
  const unit = await make.person('unit', { unit: units[0]?.documentId });
  const id = await appealUnderReview(office, unit.client, results[0] as Rec, reviewer);
  return (await office.get<Rec>(`/appeals/${id}`)).data;
}

async function partyRows(make: Builders, side: Side): Promise<Partial<Record<Role, Side>>> {
  const rows: Partial<Record<Role, Side>> = {};
  for (const [role, party] of Object.entries(PARTY_OF)) {
    const of = { [party]: side[party]?.documentId };
    const plan = await make.actionPlan(of);
    rows[role as Role] = {
      report: await make.report(of),
      'action-plan': plan,
      'plan-task': await make.planTask({ plan: plan.documentId }),
    };
  }
  return rows;
}

function anchorsOf(role: Role, belongs: Record<string, string | undefined>): Record<string, unknown> {
  const anchor = { leadDepartment: 'department', town: 'town', station: 'station', unit: 'unit' }[
    role as string
  ];
  return anchor ? { [anchor]: belongs[anchor] } : {};
}

async function makeSide(make: Builders): Promise<Side> {
  const department = await make.department();
  const town = await make.town();
  const category = await make.category();
  const unit = await make.unit({ department: department.documentId });
  const station = await make.station({ town: town.documentId });
  const of = { unit: unit.documentId, station: station.documentId, category: category.documentId };
  const announced = await make.announced(of);
  const volunteer = await make.volunteer({ unit: of.unit, station: of.station });
  const there = { activity: announced.documentId, volunteer: volunteer.documentId };
  const attendance = await make.attendance(there);
  const imported = await make.importedHours(String(announced.ivolunteerNumber));
  const pairing = await make.pairing(of && { unit: of.unit, station: of.station });
  const activity = await make.activity(of);
  const part = { activity: activity.documentId };
  const plan = await make.sitePlan({ station: of.station });
  const actionPlan = await make.actionPlan({ unit: of.unit });
  return {
    department,
    town,
    category,
    honour: await make.honour(),
    word: await make.word(),
    'form-rule': await make.formRule(),
    'computed-column': await make.computedColumn(),
    unit,
    station,
    pairing,
    programme: await make.programme(),
    'volunteer-team': await make.team({ unit: of.unit }),
    project: await make.project({ unit: of.unit, category: of.category }),
    activity,
    'activity-material': await make.material(part),
    indicator: await make.indicator(),
    'guardian-consent': await make.consent(part),
    volunteer,
    attendance,
    'ivolunteer-mapping': await make.mapping(),
    'ivolunteer-batch': imported.batch,
    'ivolunteer-entry': imported.entry,
    'hour-review': await make.hourReview(there),
    rubric: await make.rubric(),
    'metric-entry': await make.metricEntry({ unit: of.unit }),
    ...(await storyRows(make, { unit: of.unit, station: of.station })),
    'cadence-exception': await make.exception(),
    'report-requirement': await make.reportRequirement(),
    report: await make.report({ unit: of.unit }),
    'filing-requirement': await make.filingRequirement(),
    'material-submission': await make.materials({ station: of.station }),
    'site-plan': plan,
    'plan-item': await make.planItem({ plan: plan.documentId, category: of.category }),
    'schedule-item': await make.scheduleItem({ station: of.station, category: of.category }),
    'site-offer': await make.offer({ station: of.station }),
    'action-plan': actionPlan,
    'plan-task': await make.planTask({ plan: actionPlan.documentId }),
    'liaison-content': await make.liaison({ pairing: pairing.documentId }),
    'photo-flag': await make.photoFlag(of),
    visit: await make.visit({ unit: of.unit, station: of.station }),
  };
}

/** A story with what hangs on it, and who reads it through the API. */
async function storyRows(make: Builders, of: { unit: unknown; station: unknown }): Promise<Side> {
  const story = await make.story(of);
  const photo = await make.storyPhoto({ story: story.documentId });
  const consumer = await make.consumer();
  return {
    story,
    'story-column': await make.column(),
    'story-photo': photo,
    'portrait-consent': await make.portraitConsent({ photo: photo.documentId }),
    'story-comment': await make.storyComment({ story: story.documentId }),
    'media-placement': await make.placement(of),
    'api-consumer': consumer,
    webhook: await make.webhook({ consumer: consumer.documentId }),
  };
}

async function ownSheet(office: Client, round: Rec, { staff }: Person): Promise<Rec> {
  const filters = `filters[round][documentId]=${round.documentId}&filters[evaluator][documentId]=${staff.documentId}`;
  return (await office.get<Rec[]>(`/evaluations?${filters}`)).data[0] as Rec;
}

/** An open round in which the evaluator scores the side's unit, and the unit and its town themselves where named. */
async function addEvaluation(
  office: Client,
  make: Builders,
  side: Side,
  evaluator: Person,
  parties?: Record<'unit' | 'town', Person>,
): Promise<void> {
  const rubric = await make.rubric();
  await step(office, `/rubrics/${rubric.documentId}`, 'adopt');
  const round = await make.round({ rubric: rubric.documentId });
  side.assignment = await make.assignment({
    round: round.documentId,
    unit: side.unit?.documentId,
    evaluator: evaluator.staff.documentId,
  });
  for (const [source, person] of [
    ['self', parties?.unit],
    ['town', parties?.town],
  ] as const) {
    if (!person) continue;
    const judged = { round: round.documentId, unit: side.unit?.documentId };
    await make.assignment({ ...judged, evaluator: person.staff.documentId, source });
  }
  side.round = await step(office, `/rounds/${round.documentId}`, 'open');
  side.evaluation = await ownSheet(office, round, evaluator);
  // Of another unit: the sheet of the side's own one is out.
  side.recusal = await make.recusal({ evaluator: evaluator.staff.documentId });
  await addResult(office, make, side, evaluator);
}

/** A round of the side's unit that has come to its end. */
async function addResult(office: Client, make: Builders, side: Side, evaluator: Person): Promise<void> {
  const { round, unit } = side;
  const { data } = await office.get<Rec>(`/rounds/${round?.documentId}?populate[0]=rubric`);
  const over = await make.round({ rubric: (data.rubric as Rec).documentId });
  const who = { unit: unit?.documentId, evaluator: evaluator.staff.documentId };
  await make.assignment({ round: over.documentId, ...who });
  await step(office, `/rounds/${over.documentId}`, 'open');
  const of = `filters[round][documentId][$eq]=${over.documentId}`;
  const [sheet] = (await evaluator.client.get<Rec[]>(`/evaluations?${of}`)).data;
  const entries = { A1: { points: 30 }, A2: { deductions: [] }, B1: { points: 20 } };
  await evaluator.client.put(`/evaluations/${sheet?.documentId}`, { data: { entries } }, sheet?.rev);
  await step(evaluator.client, `/evaluations/${sheet?.documentId}`, 'submit');
  const talk = await make.moderation({ round: over.documentId, unit: who.unit });
  side.moderation = await step(office, `/moderations/${talk.documentId}`, 'begin');
  side['moderation-reply'] = (await office.get<Rec[]>(`/moderation-replies?${of}`)).data[0] as Rec;
  for (const name of ['close', 'publish']) await step(office, `/rounds/${over.documentId}`, name);
  side.result = (await office.get<Rec[]>(`/results?${of}`)).data[0] as Rec;
  side['unit-result'] = (await office.get<Rec[]>(`/unit-results?${of}&populate[0]=unit`)).data[0] as Rec;
}

function actorOf(role: Role, { staff }: Person, own: Side): Actor {
  const has = (anchor: string) =>
    anchorsOf(role, { [anchor]: 'x' })[anchor] ? (own[anchor]?.id ?? null) : null;
  return {
    id: staff.id,
    documentId: staff.documentId,
    username: String(staff.username),
    displayName: String(staff.displayName),
    role,
    unit: has('unit'),
    station: has('station'),
    town: has('town'),
    department: has('department'),
  };
}

/** Relations that scopes follow, as the office sees them. */
const RELATIONS: Record<string, string[]> = {
  unit: ['department'],
  'volunteer-team': ['unit'],
  station: ['parent', 'town'],
  pairing: ['unit', 'station'],
  project: ['unit'],
  activity: ['unit', 'station'],
  'activity-material': ['activity'],
  'guardian-consent': ['activity'],
  volunteer: ['unit', 'station'],
  attendance: ['activity', 'volunteer'],
  'ivolunteer-entry': ['activity', 'volunteer'],
  'hour-review': ['activity', 'unit'],
  assignment: ['round', 'unit', 'evaluator'],
  recusal: ['evaluator', 'unit'],
  evaluation: ['evaluator', 'unit', 'round'],
  moderation: ['unit'],
  'moderation-reply': ['evaluator', 'evaluation', 'moderation'],
  'unit-result': ['unit'],
  appeal: ['unit', 'reviewer'],
  story: ['unit', 'station'],
  'story-photo': ['story'],
  'portrait-consent': ['photo'],
  'story-comment': ['story'],
  'media-placement': ['unit', 'station'],
  visit: ['unit', 'station'],
  report: ['unit', 'station', 'department'],
  'material-submission': ['station'],
  'site-plan': ['station'],
  'plan-item': ['plan'],
  'schedule-item': ['station'],
  'site-offer': ['station'],
  'action-plan': ['unit', 'station', 'department'],
  'plan-task': ['plan'],
  'liaison-content': ['pairing'],
  'photo-flag': ['activity'],
  'saved-view': ['owner'],
};

/** Fields that scopes look at. */
const FIELDS: Record<string, string> = { 'saved-view': 'sharedWith', evaluation: 'state', appeal: 'state' };

async function readNodes(office: Client): Promise<Map<string, Node[]>> {
  const nodes = new Map<string, Node[]>();
  for (const resource of RESOURCES) {
    const names = RELATIONS[resource] ?? [];
    const populate = names.map((name, at) => `populate[${at}]=${name}`).join('&');
    const records: Rec[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await office.get(
        `/${PLURAL[resource]}?fields[0]=documentId&fields[1]=${FIELDS[resource] ?? 'id'}&pagination[pageSize]=100&pagination[page]=${page}&${populate}`,
      );
      records.push(...answer.data);
      if (page >= answer.meta.pagination.pageCount) break;
    }
    nodes.set(
      resource,
      records.map((record) => ({
        id: record.id,
        values: record,
        relations: Object.fromEntries(
          names.map((name) => [name, (record[name] as { id: number } | null)?.id ?? null]),
        ),
      })),
    );
  }
  return nodes;
}

const TARGETS: Record<string, string> = {
  parent: 'station',
  evaluator: 'staff',
  reviewer: 'staff',
  owner: 'staff',
};

/** A relation's name leads to different types. */
const TARGETS_OF: Record<string, Record<string, string>> = {
  'plan-item': { plan: 'site-plan' },
  'plan-task': { plan: 'action-plan' },
  'portrait-consent': { photo: 'story-photo' },
};

/**
 * Whether a record is in a scope, followed over the records in memory: a second reading of the matrix, apart
 * from the server's SQL.
 */
export function inScope(
  { nodes }: World,
  actor: Actor,
  resource: string,
  id: number,
  scope: Scope | null,
): boolean {
  if (scope === null) return false;
  if (scope === 'all') return true;
  return scope.some((reach) => reached(nodes, actor, resource, id, reach));
}

function reached(nodes: World['nodes'], actor: Actor, resource: string, id: number, reach: Reach): boolean {
  if ('isRole' in reach) {
    const record = nodes.get(resource)?.find((node) => node.id === id)?.values;
    return sharedWith(actor.role).includes(String(record?.[reach.field]));
  }
  const { path, is, unless } = reach;
  const within = (place: { resource: string; id: number }) => {
    const record = nodes.get(place.resource)?.find((node) => node.id === place.id)?.values;
    return !unless?.among.includes(String(record?.[unless.field]));
  };
  const goal = is === 'self' ? actor.id : actor[is];
  if (goal === null) return false;
  let at = [{ resource, id }];
  // The exception is about the record that names the actor: the one before a last relation, or where the path ends.
  const naming = typeof path.at(-1) === 'string' ? path.length - 1 : path.length;
  for (const [turn, move] of path.entries()) {
    if (turn === naming) at = at.filter(within);
    at = at.flatMap((place) => {
      if (typeof move === 'string') {
        const next = nodes.get(place.resource)?.find((node) => node.id === place.id)?.relations[move];
        const target = TARGETS_OF[place.resource]?.[move] ?? TARGETS[move] ?? move;
        return next == null ? [] : [{ resource: target, id: next }];
      }
      const from = nodes.get(move.from) ?? [];
      return from
        .filter((node) => node.relations[move.by] === place.id)
        .map((node) => ({ resource: move.from, id: node.id }));
    });
  }
  if (naming === path.length) at = at.filter(within);
  return at.some((place) => place.id === goal);
}
