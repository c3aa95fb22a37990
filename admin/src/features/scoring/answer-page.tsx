import { acceptsScores, takesAnswers } from '@jiedui/shared/round';
import type { Indicator } from '@jiedui/shared/rubric';
import type { Entries, Entry } from '@jiedui/shared/scoring';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { Alert, App, Button, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useAccess } from '../../providers/access';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { StateTag } from '../../ui/field/tags';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { ReasonDialog } from '../../ui/record/reason-dialog';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { IndicatorRow } from './indicator-row';
import './sheet.css';
import { SheetStore } from './sheet-store';

type Talk = {
  reply: { documentId: string; rev: number; state: string; reason: string | null };
  unit: { name: string };
  evaluator: { documentId: string; displayName: string };
  moderation: { name: string; question: string; state: string; outcome: string | null };
  round: { state: string };
  indicators: Indicator[];
  own: Record<string, Entry | null>;
  /** Null: the office does not show them, or not all sheets are in. */
  others: { max: number; given: { letter: string; points: number | null }[] } | null;
};

const words = {
  back: { zh: '会商答复', en: 'Answers to talks' },
  question: { zh: '会商问题', en: 'Question' },
  own: { zh: '本人评分', en: 'Your own scores' },
  hint: {
    zh: '可以修改以下各项后“改评”,也可以“维持原评分”,都要写明理由。原评分保留在评分表的变更记录中。',
    en: 'Change these and send, or keep them; both with a reason. What was scored before stays in the history.',
  },
  apart: { zh: '这一项各测评员的评分相差较大。', en: 'The evaluators are far apart on this.' },
  others: { zh: '其他测评员的得分(不具名)', en: 'What others gave, without names' },
  change: { zh: '改评', en: 'Change' },
  keep: { zh: '维持原评分', en: 'Keep' },
  done: { zh: '已答复。', en: 'Answered.' },
  over: { zh: '会商已结束,不能再答复。', en: 'The talk is over.' },
  reason: { zh: '理由', en: 'Reason' },
  outcome: { zh: '会商结论', en: 'Outcome' },
};

const entriesOf = (own: Talk['own']): Entries =>
  Object.fromEntries(Object.entries(own).flatMap(([code, entry]) => (entry ? [[code, entry]] : [])));

/** The steps of an answer; what was changed is sent along before the step is taken. */
function useAnswer({ reply }: Talk, store: SheetStore, reread: () => void) {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const { update, transition } = useWrites('moderation-replies');
  return async (name: 'change' | 'keep', reason: string) => {
    try {
      const target = { id: reply.documentId, rev: reply.rev };
      const saved = name === 'change' ? await update(target, { entries: store.entries() }) : target;
      await transition({ id: reply.documentId, rev: saved.rev }, name, reason);
      message.success(say(words.done));
    } catch (thrown) {
      const error = toApiError(thrown);
      modal.error({
        title: say(errorWords(error)),
        content: (
          <ul>
            {error.fieldErrors.map((item) => (
              <li key={item.path.join('.')}>{fieldErrorText(item, locale)}</li>
            ))}
          </ul>
        ),
      });
    }
    reread();
  };
}

function Others({ others }: Pick<Talk, 'others'>) {
  const { say } = useWords();
  if (!others) return <p className="muted">{say(words.apart)}</p>;
  return (
    <p>
      {say(words.others)}:
      {others.given.map(({ letter, points }) => `${letter} ${points ?? '–'} / ${others.max}`).join(' · ')}
    </p>
  );
}

function AnswerView({ talk, reread }: { talk: Talk; reread: () => void }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { reply, moderation, round, indicators } = talk;
  // A later read must not undo typing.
  const store = useMemo(() => new SheetStore({ entries: entriesOf(talk.own), comment: '' }), [talk.own]);
  const [asked, setAsked] = useState<'change' | 'keep' | null>(null);
  const answer = useAnswer(talk, store, reread);
  const mine =
    may('transition', 'moderation-replies') && isEditable(MACHINES['moderation-reply'], reply.state);
  const editable = mine && takesAnswers(moderation.state) && acceptsScores(round.state);
  return (
    <Page
      title={moderation.name}
      back={{ to: '/moderation-replies', label: say(words.back) }}
      beside={
        <>
          <StateTag resource="moderation-reply" state={reply.state} />
          <span className="muted">{talk.evaluator.displayName}</span>
        </>
      }
      actions={
        editable && (
          <>
            <Button onClick={() => setAsked('keep')}>{say(words.keep)}</Button>
            <Button type="primary" onClick={() => setAsked('change')}>
              {say(words.change)}
            </Button>
          </>
        )
      }
    >
      <section className="panel sheet-dimension" aria-label={say(words.question)}>
        <h2>{say(words.question)}</h2>
        <p>{moderation.question}</p>
        <Others others={talk.others} />
        {reply.reason && (
          <p>
            {say(words.reason)}:{reply.reason}
          </p>
        )}
        {moderation.outcome && (
          <p>
            {say(words.outcome)}:{moderation.outcome}
          </p>
        )}
      </section>
      {mine && !editable && (
        <Alert className="sheet-returned" type="warning" showIcon message={say(words.over)} />
      )}
      <section className="panel sheet-dimension">
        <h2>{say(words.own)}</h2>
        {editable && <p className="muted">{say(words.hint)}</p>}
        <ol>
          {indicators.map((indicator) => (
            <IndicatorRow
              key={indicator.code}
              store={store}
              indicator={indicator}
              disabled={!editable}
              errors={[]}
            />
          ))}
        </ol>
      </section>
      {asked && (
        <ReasonDialog
          title={say(words[asked])}
          onGive={(reason) => {
            setAsked(null);
            void answer(asked, reason);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  );
}

/** What one evaluator is asked in a talk, and the answer. */
function AnswerPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<Talk>(`/moderation-replies/${id}/talk`, {}, { staleTime: 0 });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  return <AnswerView key={`${id}-${data.reply.state}`} talk={data} reread={refetch} />;
}

export { AnswerPage as Component };
