import { acceptsScores } from '@jiedui/shared/round';
import {
  type Indicator,
  indicatorsOf,
  isSystemFilled,
  judges,
  type Rubric,
  SOURCE_WORDS,
  type SourceCode,
} from '@jiedui/shared/rubric';
import { checkEntries, type Entries, missingEntries } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { Alert, App, Button, Drawer, Input, Skeleton, Tag } from 'antd';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { ifMatch } from '../../providers/data';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { currentLocale, useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Files } from '../../ui/record/files';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { CalibrationNote } from './calibration-note';
import { ClashDialog } from './clash-dialog';
import { dropDraft, keepDraft, readDraft } from './draft';
import { IndicatorRow } from './indicator-row';
import { jumpTo, jumpToWrong } from './keyboard';
import './sheet.css';
import { ClosedNote, ReturnNote } from './sheet-notes';
import { SheetOffice } from './sheet-office';
import { SheetRecusal } from './sheet-recusal';
import { type SaveState, SheetSaver } from './sheet-saver';
import { type SheetContent, SheetStore } from './sheet-store';
import { TotalsBar } from './totals-bar';
import { UnitActivities } from './unit-activities';

type Sheet = {
  evaluation: {
    documentId: string;
    rev: number;
    state: string;
    entries: Entries | null;
    comment: string | null;
    source: SourceCode;
    files: unknown;
  };
  unit: { documentId: string; name: string; unitClass: string };
  round: { documentId: string; name: string; state: string; closesOn: string; calibration: boolean };
  /** Why the sheet is not filled in today, by its source's own days. */
  outside: Words | null;
  rubric: Rubric;
};

const words = {
  back: { zh: '评分表', en: 'Sheets' },
  comment: { zh: '总体意见', en: 'Overall comment' },
  activities: { zh: '单位活动', en: 'Activities' },
  keys: {
    zh: 'Enter 下一格 · ↓ 下一项 · ↑ 上一项 · 分档按字母或序号 · / 写意见',
    en: 'Enter next field · ↓ next item · ↑ previous · a letter or place for a level · / comment',
  },
  missing: { zh: '以下指标还没有评', en: 'These are still open' },
  sure: { zh: '提交这张评分表?', en: 'Submit this sheet?' },
  after: {
    zh: '提交后不能再改,除非区办公室退回。',
    en: 'It cannot be changed afterwards, unless the office returns it.',
  },
  submit: { zh: '提交', en: 'Submit' },
  unsaved: {
    zh: '还没有全部保存,请等网络恢复后再提交。',
    en: 'Not everything is saved yet; submit when the network is back.',
  },
  refused: {
    zh: '有的内容未被接受,已在表中标出,请修改后再提交。',
    en: 'Some entries were not accepted; correct what is marked, then submit.',
  },
  wrong: { zh: '有的数填得不对,请先改正。', en: 'A number is not right; correct it first.' },
  done: { zh: '已提交', en: 'Submitted' },
};

/** A dialog gives the focus back when it is gone. */
const CLOSING = 200;

const contentOf = ({ entries, comment }: Pick<Sheet['evaluation'], 'entries' | 'comment'>): SheetContent => ({
  entries: entries ?? {},
  comment: comment ?? '',
});

/** The sheet's store and its saver; edits that were left on this device come back first, while they can be saved. */
function useSheet(sheet: Sheet, account: string, editable: boolean) {
  const { documentId, rev } = sheet.evaluation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for a sheet; a later read must not undo typing
  const made = useMemo(() => {
    const server = contentOf(sheet.evaluation);
    const draft = editable ? readDraft(account, documentId) : null;
    const store = new SheetStore(draft ? contentOf(draft) : server);
    const ports = {
      check: ({ entries }: SheetContent) =>
        checkEntries(sheet.rubric, entries, sheet.evaluation.source).map(({ path, message }) => ({
          path: ['entries', ...path.map(String)],
          code: 'BAD_INPUT',
          message: message[currentLocale()],
        })),
      send: async (content: SheetContent, at: number) => {
        const { data } = await http.put<{ data: { rev: number } }>(
          `/evaluations/${documentId}`,
          { data: content },
          { headers: ifMatch(at) },
        );
        return data.data.rev;
      },
      load: async () => {
        const { data } = await http.get<{ data: Sheet }>(`/evaluations/${documentId}/sheet`);
        return { ...contentOf(data.data.evaluation), rev: data.data.evaluation.rev };
      },
      keep: (content: SheetContent, at: number) => keepDraft(account, documentId, { ...content, rev: at }),
      drop: () => dropDraft(account, documentId),
    };
    // Edits that began from an older revision: what they and the server had in common is not known any more.
    const base = draft && draft.rev !== rev ? null : server;
    const saver = new SheetSaver(store, draft?.rev ?? rev, ports, base);
    return { store, saver, restored: draft !== null };
  }, [account, documentId, editable]);
  useEffect(() => {
    const unsubscribe = made.store.subscribe(made.saver.changed);
    if (made.restored) made.saver.changed();
    const online = () => void made.saver.flush();
    window.addEventListener('online', online);
    return () => {
      unsubscribe();
      window.removeEventListener('online', online);
      void made.saver.flush().finally(made.saver.stop.bind(made.saver));
    };
  }, [made]);
  return made;
}

const isLocked = (state: SaveState) => state.kind === 'refused' && state.error.statusCode === 409;

/** Reads the sheet again when the server takes no more changes: the round has closed, or another window submitted. */
function useLocked(saver: SheetSaver, reread: () => void) {
  // A yes or no, so that the page is not drawn again for every save.
  const locked = useSyncExternalStore(saver.subscribe, () => isLocked(saver.state()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is locked
  useEffect(() => {
    if (locked) reread();
  }, [locked]);
}

function Rows({
  sheet,
  store,
  saver,
  editable,
}: {
  sheet: Sheet;
  store: SheetStore;
  saver: SheetSaver;
  editable: boolean;
}) {
  // What is refused changes with the state only.
  useSyncExternalStore(saver.subscribe, saver.state);
  const { rubric, evaluation } = sheet;
  const asked = (indicator: Indicator) => judges(evaluation.source, indicator);
  return rubric.dimensions
    .filter((dimension) => dimension.indicators.some(asked))
    .map((dimension) => (
      <section key={dimension.code} className="panel sheet-dimension">
        <h2>{dimension.name}</h2>
        <ol>
          {dimension.indicators.filter(asked).map((indicator) => (
            <IndicatorRow
              key={indicator.code}
              store={store}
              indicator={indicator}
              disabled={!editable}
              errors={saver.refusals(indicator.code)}
            />
          ))}
        </ol>
      </section>
    ));
}

function OverallComment({ store, editable }: { store: SheetStore; editable: boolean }) {
  const { say } = useWords();
  const comment = useSyncExternalStore(store.subscribe, store.comment);
  return (
    <section className="panel sheet-dimension">
      <h2>{say(words.comment)}</h2>
      <Input.TextArea
        aria-label={say(words.comment)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        disabled={!editable}
        value={comment}
        onChange={(event) => store.setComment(event.target.value)}
      />
    </section>
  );
}

/** What the scores rest on; of those who read the sheet only. */
function Evidence({ evaluation, editable }: Pick<Sheet, 'evaluation'> & { editable: boolean }) {
  const { say } = useWords();
  const model = useModel('evaluations');
  const { documentId, rev, files } = evaluation;
  return (
    <section className="panel sheet-dimension">
      <h2>{say(labelOf(model, 'files'))}</h2>
      <Files
        model={model}
        row={{ id: documentId, documentId, rev, files }}
        field="files"
        editable={editable}
      />
    </section>
  );
}

function useSubmit(sheet: Sheet, store: SheetStore, saver: SheetSaver, reread: () => void) {
  const { say } = useWords();
  const { modal, message } = App.useApp();
  const { transition } = useWrites('evaluations');
  return () => {
    // Its text has not left the field: what would be handed in is an older number.
    if (jumpToWrong()) {
      message.error(say(words.wrong));
      return;
    }
    const missing = missingEntries(sheet.rubric, sheet.evaluation.source, store.entries());
    if (missing.length > 0) {
      const shown = modal.info({
        title: say(words.missing),
        content: (
          <ul className="sheet-missing">
            {missing.map((entry) => (
              <li key={entry.code}>
                <Button
                  type="link"
                  onClick={() => {
                    shown.destroy();
                    setTimeout(() => jumpTo(entry.code), CLOSING);
                  }}
                >
                  {entry.code} {entry.name}
                </Button>
              </li>
            ))}
          </ul>
        ),
      });
      return;
    }
    modal.confirm({
      title: say(words.sure),
      content: say(words.after),
      okText: say(words.submit),
      onOk: async () => {
        if (!(await saver.flush())) {
          const [refused] = saver.refusedParts();
          const state = saver.state();
          if (refused) message.error(say(words.refused));
          else message.error(say(state.kind === 'refused' ? errorWords(state.error) : words.unsaved));
          if (refused) setTimeout(() => jumpTo(refused), CLOSING);
          return;
        }
        try {
          await transition({ id: sheet.evaluation.documentId, rev: saver.rev() }, 'submit');
          message.success(say(words.done));
          reread();
        } catch (error) {
          message.error(say(errorWords(error)));
          // The round may have closed, or another window submitted it: show the sheet as it is now.
          if (toApiError(error).statusCode === 409) reread();
        }
      },
    });
  };
}

function SheetView({ sheet, reread }: { sheet: Sheet; reread: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const { may } = useAccess();
  const { actor } = useSession();
  const { evaluation, unit, round, rubric } = sheet;
  const [aside, setAside] = useState(false);
  const mine = may('update', 'evaluations') && isEditable(MACHINES.evaluation, evaluation.state);
  const late = mine && !acceptsScores(round.state);
  const outside = mine && !late ? sheet.outside : null;
  const editable = mine && !late && !outside;
  const { store, saver } = useSheet(sheet, actor.documentId, editable);
  useLocked(saver, reread);
  const submit = useSubmit(sheet, store, saver, reread);
  const asked = indicatorsOf(rubric).filter(({ indicator }) => judges(evaluation.source, indicator));
  const filled = asked.filter(({ indicator }) => isSystemFilled(indicator)).length;
  const count = asked.length - filled;
  return (
    <Page
      title={unit.name}
      back={{ to: '/evaluations', label: say(words.back) }}
      beside={
        <>
          <StateTag resource="evaluation" state={evaluation.state} />
          <Tag>{say(SOURCE_WORDS[evaluation.source])}</Tag>
          <span className="muted">
            {say(optionWords('unit', 'unitClass', unit.unitClass))} · {round.name} ·{' '}
            {say({ zh: `${count} 项`, en: `${count} items` })}
            {filled > 0 &&
              say({ zh: `,另有 ${filled} 项由系统取数`, en: ` and ${filled} taken by the system` })}
            {say({ zh: `,${round.closesOn} 截止`, en: `, closes ${round.closesOn}` })}
          </span>
        </>
      }
      actions={
        <>
          {editable && <SheetRecusal id={evaluation.documentId} state={evaluation.state} saver={saver} />}
          <SheetOffice evaluation={evaluation} round={round} onMoved={reread} />
        </>
      }
    >
      <ReturnNote evaluation={evaluation} />
      {round.calibration && <CalibrationNote sheet={evaluation.documentId} round={round.documentId} />}
      {outside && <Alert type="warning" showIcon className="sheet-returned" message={say(outside)} />}
      {late && <ClosedNote account={actor.documentId} sheet={evaluation.documentId} />}
      <TotalsBar
        store={store}
        saver={saver}
        rubric={rubric}
        source={evaluation.source}
        editable={editable}
        onSubmit={submit}
        extra={phone && <Button onClick={() => setAside(true)}>{say(words.activities)}</Button>}
      />
      <div className="sheet-grid">
        <div>
          {editable && !phone && <p className="muted sheet-keys">{say(words.keys)}</p>}
          <Rows sheet={sheet} store={store} saver={saver} editable={editable} />
          <OverallComment store={store} editable={editable} />
          <Evidence evaluation={evaluation} editable={editable} />
        </div>
        {phone ? (
          <Drawer
            open={aside}
            onClose={() => setAside(false)}
            placement="bottom"
            height="80%"
            title={say(words.activities)}
          >
            <UnitActivities unitId={unit.documentId} />
          </Drawer>
        ) : (
          <UnitActivities unitId={unit.documentId} />
        )}
      </div>
      <ClashDialog store={store} saver={saver} rubric={rubric} />
    </Page>
  );
}

/** One evaluator's sheet on one unit. */
function SheetPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<Sheet>(`/evaluations/${id}/sheet`, {}, { staleTime: 0 });
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  return <SheetView key={`${id}-${data.evaluation.state}`} sheet={data} reread={refetch} />;
}

export { SheetPage as Component };
