import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import {
  daysLeft,
  FILED,
  FILING_STANDINGS,
  type Filed,
  type FilingStanding,
  NO_STANDINGS,
  ownParty,
  type StandingCounts,
} from '@jiedui/shared/filing';
import { fieldError } from '@jiedui/shared/model';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { fromColumn } from '../read/codec';
import { askedPage, pagination } from '../read/page';
import { reader } from '../read/reader';
import { type Duty, dutiesOf } from './duties';
import { standingsSql } from './standings';

type Query = Record<string, unknown>;
type Row = Record<string, unknown>;

const PERIODS = 12;
const MOST_OWN = 200;

const badQuery = (field: string) =>
  new Refusal(400, 'BAD_QUERY', { errors: [fieldError([field], 'BAD_QUERY')] });

function resourceOf({ of }: Query): Filed {
  const found = FILED.find((resource) => resource === of);
  if (!found) throw badQuery('of');
  return found;
}

const dutyFacts = ({ requirementId: _, appliesTo: __, ...duty }: Duty, today: Day) => ({
  ...duty,
  daysLeft: daysLeft(duty.due, today),
});

/** What is asked for and how many of those who owe it stand how, within what the actor sees. */
export async function filingOverview(actor: Actor, query: Query) {
  const today = dayOf(clock().now());
  const duties = await dutiesOf(resourceOf(query), today, PERIODS);
  const counts = await countsOf(duties, actor, today);
  return duties.map((duty, no) => ({ ...dutyFacts(duty, today), counts: counts[no] ?? NO_STANDINGS }));
}

async function countsOf(duties: Duty[], actor: Actor, today: Day): Promise<StandingCounts[]> {
  const counts = duties.map(() => ({ ...NO_STANDINGS }));
  const rows = standingsSql(duties, { seenBy: actor }, today);
  if (!rows) return counts;
  const found = await reader().all(
    `SELECT no, standing, count(*) AS n FROM (${rows.text}) s GROUP BY no, standing`,
    rows.params,
  );
  for (const { no, standing, n } of found) {
    const of = counts[Number(no)];
    if (of) of[standing as FilingStanding] = Number(n);
  }
  return counts;
}

/** A page of those who owe one thing, with how each stands; the latest and the missing are asked for by `standing`. */
export async function filingParties(actor: Actor, query: Query) {
  const today = dayOf(clock().now());
  const duties = await dutiesOf(resourceOf(query), today, PERIODS);
  const duty = duties.find(
    ({ requirement, period }) =>
      requirement.documentId === query.requirement && (period === null || period === query.period),
  );
  if (!duty) throw badQuery('requirement');
  const page = askedPage(query);
  const rows = standingsSql([duty], { seenBy: actor }, today);
  const narrowed = narrowing(query);
  const found = rows
    ? await reader().all(
        `SELECT s.*, count(*) OVER () AS total FROM (${rows.text}) s WHERE ${narrowed.text}
         ORDER BY s.per, s.name, s.id ${page.limit}`,
        [...rows.params, ...narrowed.params],
      )
    : [];
  const total = Number(found[0]?.total ?? 0);
  return {
    data: found.map(partyRow),
    meta: {
      duty: dutyFacts(duty, today),
      pagination: pagination(page, total),
    },
  };
}

/** By how they stand, and by a part of their name. */
function narrowing({ standing, q }: Query): { text: string; params: string[] } {
  if (standing !== undefined && !FILING_STANDINGS.some((one) => one === standing)) throw badQuery('standing');
  const text = typeof q === 'string' ? q.trim() : '';
  const parts = [
    ...(standing === undefined ? [] : [{ text: 's.standing = ?', params: [String(standing)] }]),
    ...(text === ''
      ? []
      : [{ text: "s.name LIKE ? ESCAPE '\\'", params: [`%${text.replace(/[\\%_]/g, '\\$&')}%`] }]),
  ];
  if (parts.length === 0) return { text: '1 = 1', params: [] };
  return {
    text: parts.map((part) => part.text).join(' AND '),
    params: parts.flatMap(({ params }) => params),
  };
}

function partyRow(row: Row) {
  const filing =
    row.filing === null
      ? null
      : {
          documentId: String(row.filing),
          state: String(row.state),
          lateDays: row.late_days === null ? null : Number(row.late_days),
          receivedAt: fromColumn({ type: 'datetime' }, row.first_submitted_at),
          receiptNumber: row.receipt_number as string | null,
        };
  return {
    per: String(row.per),
    documentId: String(row.document_id),
    name: String(row.name),
    standing: row.standing as FilingStanding,
    filing,
  };
}

/** What the account's own party owes and how it stands, in the order of the days. */
export async function ownDuties(actor: Actor, query: Query) {
  const today = dayOf(clock().now());
  return (await ownStandings(actor, resourceOf(query), today, PERIODS)).map(({ duty, row }) => ({
    ...dutyFacts(duty, today),
    party: partyRow(row),
  }));
}

export type OwnStanding = { duty: Duty; row: Row };

export async function ownStandings(
  actor: Actor,
  resource: Filed,
  today: Day,
  periods: number,
): Promise<OwnStanding[]> {
  const duties = await dutiesOf(resource, today, periods);
  const rows = standingsSql(duties, { party: ownParty(actor) }, today);
  if (!rows) return [];
  const found = await reader().all(
    `SELECT s.* FROM (${rows.text}) s ORDER BY s.no LIMIT ${MOST_OWN}`,
    rows.params,
  );
  return found.flatMap((row) => {
    const duty = duties[Number(row.no)];
    return duty ? [{ duty, row }] : [];
  });
}
