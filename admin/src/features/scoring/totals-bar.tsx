import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import { type Metrics, missingEntries, scoreSheet } from '@jiedui/shared/scoring';
import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { useWords } from '../../providers/i18n';
import { SaveNote } from '../../ui/draft/save-note';
import type { SheetSaver } from './sheet-saver';
import type { SheetStore } from './sheet-store';

type Props = {
  store: SheetStore;
  saver: SheetSaver;
  rubric: Rubric;
  source: SourceCode;
  /** The unit's figures, as they count now. */
  metrics: Metrics;
  editable: boolean;
  extra?: ReactNode;
  onSubmit: () => void;
};

/** The total as it stands, by dimension, with what is still open, and when it was saved. */
export function TotalsBar({ store, saver, rubric, source, metrics, editable, extra, onSubmit }: Props) {
  const { say } = useWords();
  const entries = useDeferredValue(useSyncExternalStore(store.subscribe, store.entries));
  const score = useMemo(
    () => scoreSheet(rubric, { id: 'draft', evaluatorId: 'me', source, entries }, metrics),
    [rubric, source, entries, metrics],
  );
  const open = useMemo(() => missingEntries(rubric, source, entries).length, [rubric, source, entries]);
  return (
    <div className="sheet-bar">
      <div className="sheet-total" aria-live="polite">
        <span className="sheet-sum">{score.shown ?? '–'}</span>
        <span className="muted"> / {score.max}</span>
        {open > 0 && (
          <span className="sheet-left">{say({ zh: `还有 ${open} 项未评`, en: `${open} open` })}</span>
        )}
        {score.vetoes.length > 0 && (
          <span className="sheet-veto">{say({ zh: '触发一票否决', en: 'Veto triggered' })}</span>
        )}
      </div>
      <ul className="sheet-dimensions">
        {score.dimensions
          .filter(({ max }) => max !== '0')
          .map((dimension) => (
            <li key={dimension.code}>
              {dimension.name} <strong>{dimension.shown ?? '–'}</strong>
              <span className="muted">/{dimension.max}</span>
            </li>
          ))}
      </ul>
      <div className="sheet-actions">
        {editable && <SaveNote saver={saver} />}
        {extra}
        {editable && (
          <Button type="primary" onClick={onSubmit}>
            {say({ zh: '提交', en: 'Submit' })}
          </Button>
        )}
      </div>
    </div>
  );
}
