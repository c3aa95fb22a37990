import { dec } from '@jiedui/shared/decimal';
import { figureValues } from '@jiedui/shared/metric';
import { type Indicator, type ItemKind, isSystemFilled } from '@jiedui/shared/rubric';
import { type Entry, MISSING_WORDS, type MissingState, scoreItem } from '@jiedui/shared/scoring';
import { Button, Input } from 'antd';
import { type KeyboardEvent, memo, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../providers/i18n';
import { EntryInput } from './entry-inputs';
import { EvidencePanel } from './evidence-panel';
import { isText, levelOfKey, moveFrom } from './keyboard';
import { useSheetFacts } from './sheet-facts';
import type { SheetStore } from './sheet-store';

/** What an evaluator may say instead of a score; recusal takes the whole sheet, not one line. */
const REASONS: readonly MissingState[] = ['notApplicable', 'lost'];

/** Kinds that are not left out for a reason: a veto is found or not, a system figure fills itself in. */
const NO_REASON: readonly ItemKind[] = ['veto', 'metric'];

const words = {
  comment: { zh: '意见', en: 'Comment' },
  commentHint: { zh: '写明依据或扣分原因', en: 'The ground, or why points are off' },
  reasonHint: { zh: '请写明不评的原因', en: 'Why there is no score' },
  scored: { zh: '评分', en: 'Score' },
};

/** A figure in proportion earns points with many places; what counts is the exact value. */
const PLACES = 2;

type Props = { store: SheetStore; indicator: Indicator; disabled: boolean; errors: readonly string[] };

/** One line of the sheet. It listens to its own entry and is drawn again for nothing else. */
export const IndicatorRow = memo(function IndicatorRow({ store, indicator, disabled, errors }: Props) {
  const { say } = useWords();
  const { code } = indicator;
  const entry = useSyncExternalStore(
    (listener) => store.subscribeTo(code, listener),
    () => store.entry(code),
  );
  const [open, setOpen] = useState(false);
  // From the store, not from what was drawn last: two changes may come before the next drawing.
  const set = (value: Partial<Entry>) => store.setEntry(code, without({ ...store.entry(code), ...value }));
  /** A reason stands in the place of a score; without one the score is to be given anew. */
  const setReason = (reason: string) => {
    const comment = store.entry(code)?.comment;
    store.setEntry(code, without({ missing: (reason || undefined) as MissingState | undefined, comment }));
  };
  const { figures } = useSheetFacts();
  const score = scoreItem(indicator, entry, figureValues(figures));
  const waits = score.value === null && !isSystemFilled(indicator);
  const commenting = open || Boolean(entry?.comment) || Boolean(entry?.missing);

  return (
    <li
      className={`sheet-row${waits ? ' sheet-open' : ''}`}
      id={`row-${code}`}
      onKeyDown={(event) => {
        if (event.key === '/' && !isText(event.target) && !disabled) {
          event.preventDefault();
          // At once, or the next key would still land in the number.
          flushSync(() => setOpen(true));
          document.getElementById(`comment-${code}`)?.focus();
          return;
        }
        const level = disabled ? null : chosenBy(indicator, event);
        if (level !== null) set({ level });
        moveFrom(event, code);
      }}
    >
      <div className="sheet-what">
        <span className="sheet-code">{code}</span> <strong>{indicator.name}</strong>
        {indicator.standard && <p className="muted">{indicator.standard}</p>}
        {indicator.dataSource && (
          <p className="muted sheet-source">
            {say({ zh: `依据:${indicator.dataSource}`, en: indicator.dataSource })}
          </p>
        )}
      </div>
      <div className="sheet-how">
        {entry?.missing ? (
          <span className="tag">{say(MISSING_WORDS[entry.missing])}</span>
        ) : (
          <EntryInput indicator={indicator} entry={entry} disabled={disabled} onEntry={set} />
        )}
        <span className="sheet-got" title={say(score.words)}>
          {score.value === null ? '–' : dec(score.value).toDecimalPlaces(PLACES).toString()}
        </span>
        {!disabled && (
          <span className="sheet-tools">
            <Button size="small" type="text" aria-expanded={commenting} onClick={() => setOpen(!open)}>
              {say(words.comment)}
            </Button>
            {!NO_REASON.includes(indicator.item.kind) && (
              <select
                className="sheet-reason"
                aria-label={`${code} ${say(words.scored)}`}
                value={entry?.missing ?? ''}
                onChange={(event) => setReason(event.target.value)}
              >
                <option value="">{say(words.scored)}</option>
                {REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {say(MISSING_WORDS[reason])}
                  </option>
                ))}
              </select>
            )}
          </span>
        )}
      </div>
      {commenting && (
        <Input.TextArea
          id={`comment-${code}`}
          className="sheet-comment"
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          disabled={disabled}
          aria-label={`${code} ${say(words.comment)}`}
          placeholder={say(entry?.missing ? words.reasonHint : words.commentHint)}
          value={entry?.comment ?? ''}
          onChange={(event) => set({ comment: event.target.value || undefined })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') document.getElementById(`entry-${code}`)?.focus();
          }}
        />
      )}
      {indicator.evidence && <EvidencePanel asked={indicator.evidence} />}
      {errors.map((message) => (
        <p className="sheet-wrong" role="alert" key={message}>
          {message}
        </p>
      ))}
    </li>
  );
});

/** The level that a key chooses while its choices have the focus. */
function chosenBy({ item }: Indicator, event: KeyboardEvent): string | null {
  const atChoices = event.target instanceof HTMLInputElement && event.target.type === 'radio';
  return item.kind === 'level' && atChoices ? levelOfKey(item.levels, event.key) : null;
}

/** The entry without its empty fields: what is not said is not sent. */
function without(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Entry;
}
