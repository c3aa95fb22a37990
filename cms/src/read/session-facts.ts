import { type Actor, ANCHORS, can } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { listRecords } from './list';
import { modelOf } from './model';
import { reader } from './reader';

const ROUNDS_SHOWN = 20;
const PROGRAMME_FIELDS = [
  'name',
  'startsOn',
  'endsOn',
  'focusWeekReading',
  'phases',
  'deadlines',
  'venueKinds',
  'activityRules',
  'example',
];

/** What the console needs to know once, at sign-in: whom the account belongs to, the day, the programme, the rounds. */
export async function sessionFacts(actor: Actor, now: string) {
  const [anchors, programmes, rounds] = await Promise.all([
    anchorsOf(actor),
    listRecords(modelOf('programme'), actor, {
      filters: { active: { $eq: true } },
      fields: PROGRAMME_FIELDS,
      pagination: { pageSize: 1, withCount: false },
    }),
    roundsOf(actor),
  ]);
  return { today: dayOf(now), anchors, programme: programmes.data[0] ?? null, rounds };
}

async function anchorsOf(actor: Actor) {
  const entries = await Promise.all(
    ANCHORS.filter((anchor) => actor[anchor] !== null).map(async (anchor) => {
      const model = modelOf(anchor);
      const [row] = await reader().all(`SELECT document_id, name FROM ${model.table} WHERE id = ?`, [
        actor[anchor],
      ]);
      return [anchor, row ? { documentId: row.document_id, name: row.name } : null] as const;
    }),
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

async function roundsOf(actor: Actor) {
  if (!can(actor.role, 'read', 'round')) return [];
  const page = await listRecords(modelOf('round'), actor, {
    // A calibration case has no result of its own to look at.
    filters: { calibrates: { documentId: { $null: true } } },
    fields: ['name', 'state', 'opensOn', 'closesOn'],
    sort: ['opensOn:desc'],
    pagination: { pageSize: ROUNDS_SHOWN, withCount: false },
  });
  return page.data;
}
