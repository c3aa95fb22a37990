import { figureValues } from '@jiedui/shared/metric';
import { evidenceKinds, indicatorsOf, isSystemFilled, judges, SOURCE_WORDS } from '@jiedui/shared/rubric';
import { Button, Drawer, Skeleton, Tag } from 'antd';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { onLineBack } from '../../providers/line';
import { useSession } from '../../providers/session';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { CalibrationNote } from './calibration-note';
import { ClashDialog } from './clash-dialog';
import { isUnreadable, readDraft, subscribeToDrafts } from './draft';
import { makeSaver, takesChanges } from './make-saver';
import type { Sheet } from './sheet';
import { showSaver } from './shown-savers';
import './sheet.css';
import './sheet-phone.css';
import { Evidence, OverallComment, Rows } from './sheet-body';
import { SheetFacts } from './sheet-facts';
import { ReturnNote, StandNotes } from './sheet-notes';
import { SheetOffice } from './sheet-office';
import { SheetRecusal } from './sheet-recusal';
import type { SaveState, SheetSaver } from './sheet-saver';
import { TotalsBar } from './totals-bar';
import { UnitActivities } from './unit-activities';
import { useHolding } from './use-holding';
import { useOpenedSheet } from './use-opened-sheet';
import { useSubmit } from './use-submit';

const words = {
  back: { zh: '评分表', en: 'Sheets' },
  activities: { zh: '单位活动', en: 'Activities' },
  keys: {
    zh: 'Enter 下一格 · ↓ 下一项 · ↑ 上一项 · 分档按字母或序号 · / 写意见',
    en: 'Enter next field · ↓ next item · ↑ previous · a letter or place for a level · / comment',
  },
};

/** The sheet's store and its saver; edits that were left on this device come back first, while they can be saved. */
function useSheet(sheet: Sheet, account: string, editable: boolean) {
  const { documentId } = sheet.evaluation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for a sheet; a later read must not undo typing
  const made = useMemo(() => {
    const draft = editable ? readDraft(account, documentId) : null;
    return { ...makeSaver(account, sheet, draft), restored: draft !== null };
  }, [account, documentId, editable]);
  useEffect(() => {
    const unsubscribe = made.store.subscribe(made.saver.changed);
    if (made.restored) made.saver.changed();
    const leave = showSaver(made.saver);
    const unwatch = onLineBack(() => void made.saver.flush());
    return () => {
      unsubscribe();
      unwatch();
      void made.saver.flush().finally(() => {
        made.saver.stop();
        leave();
      });
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

type View = { sheet: Sheet; keptAt: string | null; elsewhere: boolean; reread: () => void };

function SheetView({ sheet, keptAt, elsewhere, reread }: View) {
  const { say } = useWords();
  const phone = usePhone();
  const { may } = useAccess();
  const { actor } = useSession();
  const { evaluation, unit, round, rubric } = sheet;
  const [aside, setAside] = useState(false);
  const mine = may('update', 'evaluations');
  const foreign = useSyncExternalStore(subscribeToDrafts, () =>
    isUnreadable(actor.documentId, evaluation.documentId),
  );
  const editable = mine && !elsewhere && !foreign && takesChanges(sheet);
  const { store, saver } = useSheet(sheet, actor.documentId, editable);
  useLocked(saver, reread);
  const metrics = useMemo(() => figureValues(sheet.figures), [sheet.figures]);
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
      {mine && <StandNotes sheet={sheet} account={actor.documentId} keptAt={keptAt} elsewhere={elsewhere} />}
      <TotalsBar
        store={store}
        saver={saver}
        rubric={rubric}
        source={evaluation.source}
        metrics={metrics}
        editable={editable}
        onSubmit={submit}
        extra={phone && <Button onClick={() => setAside(true)}>{say(words.activities)}</Button>}
      />
      <div className="sheet-grid">
        <div>
          {editable && !phone && <p className="muted sheet-keys">{say(words.keys)}</p>}
          <SheetFacts
            sheet={evaluation.documentId}
            unit={unit.documentId}
            figures={sheet.figures}
            asksEvidence={evidenceKinds(rubric, evaluation.source).size > 0}
          >
            <Rows sheet={sheet} store={store} saver={saver} editable={editable} />
          </SheetFacts>
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

type Held = { id: string; account: string; fillsIn: boolean; elsewhere: boolean };

function HeldSheet({ id, account, fillsIn, elsewhere }: Held) {
  const { sheet, keptAt, turn, error, refetch } = useOpenedSheet(account, id, fillsIn);
  if (error && !sheet) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!sheet) return <Skeleton active />;
  return (
    <SheetView
      key={`${sheet.evaluation.state}-${turn}`}
      sheet={sheet}
      keptAt={keptAt}
      elsewhere={elsewhere}
      reread={refetch}
    />
  );
}

function AskedSheet({ id }: { id: string }) {
  const { may } = useAccess();
  const account = useSession().actor.documentId;
  const fillsIn = may('update', 'evaluations');
  const holding = useHolding(account, id, fillsIn);
  if (holding === 'asking') return <Skeleton active />;
  const elsewhere = holding === 'elsewhere';
  return <HeldSheet key={holding} {...{ id, account, fillsIn, elsewhere }} />;
}

/** One evaluator's sheet on one unit. */
function SheetPage() {
  const { id = '' } = useParams();
  return <AskedSheet key={id} id={id} />;
}

export { SheetPage as Component };
