import type { Actor } from '@jiedui/shared/access';
import { type Day, daysBetween } from '@jiedui/shared/calendar';
import { lastDay } from '@jiedui/shared/programme';
import { type DutyCard, LOOK_AHEAD } from '@jiedui/shared/workbench';
import { reader } from '../read/reader';
import { type CardAnswer, ROWS_SHOWN } from '../workbench/list-card';
import { type Duty, dutiesOf, periodName } from './duties';
import { ownStandings } from './overview';
import { standingsSql } from './standings';

/** The period that runs, and the one before it, whose cut-off may be still to come. */
const PERIODS = 2;

const titleOf = (duty: Duty): string =>
  [duty.requirement.title, periodName(duty)].filter(Boolean).join(' · ');

type CardRow = CardAnswer['rows'][number];

const rowOf = (duty: Duty, title: string, sub: string, to: string, key: string): CardRow => ({
  documentId: key,
  title,
  sub,
  day: lastDay(duty.due),
  example: false,
  to,
});

/** What the account's own party has not sent in: overdue, or due within the look-ahead. */
export async function owedCard(card: DutyCard, actor: Actor, today: Day): Promise<CardAnswer> {
  const owed = (await ownStandings(actor, card.of, today, PERIODS)).filter(
    ({ duty, row }) =>
      row.standing === 'missing' ||
      (row.standing === 'notYet' && daysBetween(today, lastDay(duty.due)) <= LOOK_AHEAD),
  );
  const rows = owed.map(({ duty, row }) => {
    const to = row.filing === null ? `/${card.path}` : `/${card.path}/${row.filing}`;
    return rowOf(
      duty,
      titleOf(duty),
      String(row.name),
      to,
      `${duty.requirement.documentId}${duty.period ?? ''}`,
    );
  });
  return answerOf(card, today, owed.length, owed[0]?.duty, rows.slice(0, ROWS_SHOWN));
}

/** Who of those that the actor sees has not sent in what was due. */
export async function missingCard(card: DutyCard, actor: Actor, today: Day): Promise<CardAnswer> {
  const duties = (await dutiesOf(card.of, today, PERIODS)).filter(({ due }) => lastDay(due) < today);
  const sql = standingsSql(duties, { seenBy: actor }, today);
  const found = sql
    ? await reader().all(
        `SELECT s.no, s.name, s.document_id, count(*) OVER () AS total FROM (${sql.text}) s
         WHERE s.standing = 'missing' ORDER BY s.no, s.name, s.id LIMIT ${ROWS_SHOWN}`,
        sql.params,
      )
    : [];
  const rows = found.flatMap((row) => {
    const duty = duties[Number(row.no)];
    if (!duty) return [];
    const which = `duty=${duty.requirement.documentId}&period=${duty.period ?? ''}`;
    const to = `/${card.path}?view=overview&${which}&standing=missing`;
    return [rowOf(duty, String(row.name), titleOf(duty), to, `${row.document_id}${row.no}`)];
  });
  return answerOf(card, today, Number(found[0]?.total ?? 0), duties[Number(found[0]?.no)], rows);
}

function answerOf(
  { key, words, path }: DutyCard,
  today: Day,
  count: number,
  first: Duty | undefined,
  rows: CardRow[],
): CardAnswer {
  const due = first ? lastDay(first.due) : null;
  return {
    key,
    words,
    count,
    due,
    days: due === null ? null : daysBetween(today, due),
    to: `/${path}`,
    rows,
  };
}
