import { type Actor, can } from '@jiedui/shared/access';
import type { DayRange } from '@jiedui/shared/calendar';
import { PACKED_STATES } from '@jiedui/shared/selection';
import { listRecords, type RecordData } from '../read/list';
import { modelOf } from '../read/model';

const PAGE = 100;
/** What a unit cannot have in two years; more is cut and said so. */
const MOST = 5_000;

/** A kind of records in a pack: what is asked for, and whether there were more than a pack holds. */
export type PackList = { records: RecordData[]; cut: boolean; readable: boolean };

type Asked = {
  resource: string;
  fields: string[];
  populate: Record<string, { fields: string[] }>;
  filters: Record<string, unknown>;
  sort: string[];
};

/** All records that the actor may read and that are asked for, page by page; none of a type closed to them. */
async function readAll(actor: Actor, asked: Asked): Promise<PackList> {
  const { resource, ...query } = asked;
  if (!can(actor.role, 'read', resource)) return { records: [], cut: false, readable: false };
  const records: RecordData[] = [];
  for (let page = 1; records.length < MOST; page += 1) {
    const pagination = { page, pageSize: PAGE, withCount: 'false' };
    const { data } = await listRecords(modelOf(resource), actor, { ...query, pagination });
    records.push(...data);
    if (data.length < PAGE) return { records, cut: false, readable: true };
    await new Promise(setImmediate);
  }
  return { records, cut: true, readable: true };
}

const ofUnit = (unit: string) => ({ unit: { documentId: { $eq: unit } } });

/** What the unit did in these days and what it handed in, as the actor may read it. */
export async function packRecords(actor: Actor, unit: string, { from, to }: DayRange) {
  const named = { fields: ['name'] };
  const until = `${to}T23:59:59.999+08:00`;
  const within = { $gte: `${from}T00:00:00.000+08:00`, $lte: until };
  return {
    results: await readAll(actor, {
      resource: 'unit-result',
      fields: ['name', 'rank', 'ranked', 'total', 'band', 'signedAt'],
      populate: { round: named, result: { fields: ['number'] } },
      filters: { ...ofUnit(unit), signedAt: within },
      sort: ['signedAt:asc'],
    }),
    activities: await readAll(actor, {
      resource: 'activity',
      fields: [
        'title',
        'day',
        'venue',
        'actualPeople',
        'volunteers',
        'serviceMinutes',
        'forMinors',
        'minors',
        'state',
        'summary',
      ],
      populate: { station: named, category: named, photos: { fields: ['name'] } },
      filters: {
        ...ofUnit(unit),
        day: { $gte: from, $lte: to },
        state: { $in: [...PACKED_STATES.activity] },
      },
      sort: ['day:asc'],
    }),
    reports: await readAll(actor, {
      resource: 'report',
      fields: ['title', 'state', 'submittedAt', 'acceptedAt', 'receiptNumber', 'lateDays'],
      populate: { requirement: { fields: ['title', 'dueOn'] }, files: { fields: ['name'] } },
      filters: { ...ofUnit(unit), submittedAt: within },
      sort: ['submittedAt:asc'],
    }),
    projects: await readAll(actor, {
      resource: 'project',
      fields: ['title', 'summary', 'state'],
      populate: { category: named, team: named },
      filters: { ...ofUnit(unit), state: { $in: [...PACKED_STATES.project] } },
      sort: ['title:asc'],
    }),
    stories: await readAll(actor, {
      resource: 'story',
      fields: ['title', 'author', 'summary', 'releasedAt'],
      populate: { station: named },
      filters: { ...ofUnit(unit), state: { $in: [...PACKED_STATES.story] }, releasedAt: within },
      sort: ['releasedAt:asc'],
    }),
  };
}

export type PackRecords = Awaited<ReturnType<typeof packRecords>>;
