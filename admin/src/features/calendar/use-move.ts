import { type ActivityMaterial, moveProblems } from '@jiedui/shared/activity';
import type { Instant } from '@jiedui/shared/calendar';
import { App } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { toAddress } from '../../providers/data';
import { ConflictError, errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { asRow, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { factsOf, materialOf } from '../../ui/activity/facts-of';
import { useProgrammeRules } from '../../ui/activity/use-programme-rules';
import { formatSpan } from '../../ui/field/format';
import type { Conflict } from '../../ui/forms/conflict-dialog';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { useWrites } from '../../ui/use-writes';
import type { CalendarActivity } from './calendar-events';

type Times = { startsAt: Instant; endsAt: Instant };

/** An activity drawn to other times; `putBack` shows it where it was. */
export type Move = { activity: CalendarActivity; to: Times; putBack: () => void };

const words = {
  refused: { zh: '不能改到这个时间', en: 'It cannot be moved there' },
  ask: { zh: '改期前请确认', en: 'Before it is moved' },
  move: { zh: '确认改期', en: 'Move it' },
};

const NEEDED = toAddress({ populate: ['publicSecurityApproval', 'urbanManagementApproval'] });

async function readActivity(id: string): Promise<Row> {
  const { data } = await http.get<{ data: unknown }>(`/activities/${id}?${NEEDED}`);
  const row = asRow(data.data);
  if (!row) throw new Error(`The activity ${id} came without an address`);
  return row;
}

const PIECE = ['kind', 'showsTheme', 'showsHost', 'showsTime', 'state', 'rev'];

/** The pieces of an activity as its rules read them. */
async function readPieces(id: string): Promise<ActivityMaterial[]> {
  const filters = { activity: { documentId: { $eq: id } } };
  const query = toAddress({ fields: PIECE, filters, pagination: { page: 1, pageSize: 100 } });
  const { data } = await http.get<{ data: unknown[] }>(`/activity-materials?${query}`);
  return data.data
    .map(asRow)
    .filter((row) => row !== null)
    .map(materialOf);
}

/** Moves activities as they are drawn about: what stands against it is said, asked about, or shows them put back. */
export function useMove() {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const { now } = useSession();
  const { may } = useAccess();
  const { rules, venueKinds, noticeDays } = useProgrammeRules();
  const { update, readAgain } = useWrites('activities');
  const [clash, setClash] = useState<{ conflict: Conflict; move: Move } | null>(null);

  async function save(row: Row, rev: Row['rev'], move: Move): Promise<void> {
    try {
      await update({ id: row.id, rev }, move.to);
      const span = formatSpan(move.to.startsAt, move.to.endsAt);
      message.success(say({ zh: `已改到 ${span}。`, en: `Moved to ${span}.` }));
    } catch (error) {
      if (!(error instanceof ConflictError && error.current)) throw error;
      const fields = ['startsAt', 'endsAt'];
      setClash({ conflict: { mine: { ...row, ...move.to }, theirs: error.current, fields }, move });
    }
  }

  function refuse(error: unknown, move: Move): void {
    move.putBack();
    const problem = toApiError(error);
    const named = problem.fieldErrors.map((item) => fieldErrorText(item, locale));
    modal.error({
      title: say(words.refused),
      content: named.length > 0 ? named.join(' ') : say(errorWords(problem)),
    });
  }

  async function ask(row: Row, move: Move): Promise<boolean> {
    const materials = may('read', 'activity-materials') ? await readPieces(row.id) : null;
    const activity = { ...factsOf(row, { materials }), state: String(row.state) };
    const problems = moveProblems(activity, move.to, { now, rules, venueKinds, noticeDays });
    const text = problems.map((problem) => say(problem.words)).join(' ');
    if (problems.some(({ refused }) => refused !== null)) {
      modal.error({ title: say(words.refused), content: text });
      return false;
    }
    if (problems.length === 0) return true;
    return await modal.confirm({ title: say(words.ask), content: text, okText: say(words.move) });
  }

  return {
    async move(move: Move): Promise<void> {
      try {
        const row = await readActivity(move.activity.documentId);
        if (await ask(row, move)) await save(row, move.activity.rev, move);
        else move.putBack();
      } catch (error) {
        refuse(error, move);
      }
    },
    conflict: clash?.conflict ?? null,
    async keepMine(): Promise<void> {
      if (!clash) return;
      setClash(null);
      const { theirs } = clash.conflict;
      await save(theirs, theirs.rev, clash.move).catch((error) => refuse(error, clash.move));
    },
    takeTheirs(): void {
      clash?.move.putBack();
      setClash(null);
      void readAgain();
    },
  };
}
