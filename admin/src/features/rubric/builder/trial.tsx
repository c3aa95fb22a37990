import {
  bandListWords,
  type Indicator,
  isSystemFilled,
  judges,
  type Rubric,
  SOURCE_WORDS,
  type SourceCode,
} from '@jiedui/shared/rubric';
import { bandOfOne, checkEntries, scoreSheet, scoreUnit, type UnitResult } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../../providers/i18n';
import { IndicatorRow } from '../../scoring/indicator-row';
import { fieldId, NumberField } from '../../scoring/number-field';
import '../../scoring/sheet.css';
import { SheetStore } from '../../scoring/sheet-store';

export type TrialSheets = Record<SourceCode, SheetStore>;

const empty = () => new SheetStore({ entries: {}, comment: '' });
/** A sheet of each source; nothing of them is saved. */
export const newTrialSheets = (): TrialSheets => ({
  self: empty(),
  town: empty(),
  district: empty(),
  inspection: empty(),
  public: empty(),
});

/** Always the same, or every row would be drawn again. */
const NO_ERRORS: readonly string[] = [];

/** Scores by the draft as it stands: a sheet for each source, and the total that would come of them. */
export function Trial({ rubric, sheets }: { rubric: Rubric; sheets: TrialSheets }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<SourceCode | null>(null);
  const [cleared, setCleared] = useState(0);
  const codes = rubric.sources.map(({ code }) => code);
  const source = chosen && codes.includes(chosen) ? chosen : (codes[0] ?? 'district');
  const store = sheets[source];
  useFitting(rubric, sheets);
  return (
    <div className="builder-trial">
      <p className="muted">
        {say({ zh: '试评不保存,只用来核对计分。', en: 'Nothing is saved: it only shows how it counts.' })}
      </p>
      {codes.length > 1 && (
        <Segmented
          block
          value={source}
          options={codes.map((value) => ({ value, label: say(SOURCE_WORDS[value]) }))}
          onChange={setChosen}
        />
      )}
      <Totals rubric={rubric} sheets={sheets} source={source} />
      <div key={`${source}-${cleared}`}>
        {rubric.dimensions.map((dimension) => {
          const asked = dimension.indicators.filter((one) => judges(source, one));
          if (asked.length === 0) return null;
          return (
            <section key={dimension.code} className="sheet-dimension">
              <h3>{dimension.name}</h3>
              <ol>
                {asked.map((indicator) =>
                  isSystemFilled(indicator) ? (
                    <FigureRow key={indicator.code} store={store} indicator={indicator} />
                  ) : (
                    <IndicatorRow
                      key={`${indicator.code}-${indicator.item.kind}`}
                      store={store}
                      indicator={indicator}
                      disabled={false}
                      errors={NO_ERRORS}
                    />
                  ),
                )}
              </ol>
            </section>
          );
        })}
      </div>
      <Button
        size="small"
        onClick={() => {
          for (const sheet of Object.values(sheets)) sheet.replace({ entries: {}, comment: '' });
          setCleared(cleared + 1);
        }}
      >
        {say({ zh: '清空试评', en: 'Clear' })}
      </Button>
    </div>
  );
}

/** What was entered for an indicator that has become another kind counts no more. */
function useFitting(rubric: Rubric, sheets: TrialSheets) {
  useEffect(() => {
    for (const [source, sheet] of Object.entries(sheets) as [SourceCode, SheetStore][]) {
      const wrong = new Set(checkEntries(rubric, sheet.entries(), source).map(({ path }) => String(path[0])));
      if (wrong.size === 0) continue;
      const entries = Object.fromEntries(
        Object.entries(sheet.entries()).filter(([code]) => !wrong.has(code)),
      );
      sheet.replace({ entries, comment: '' });
    }
  }, [rubric, sheets]);
}

/** A figure of the system's own records: nobody fills it in later, here it is assumed. */
function FigureRow({ store, indicator }: { store: SheetStore; indicator: Indicator }) {
  const { say } = useWords();
  const { code, name } = indicator;
  const entry = useSyncExternalStore(
    (listener) => store.subscribeTo(code, listener),
    () => store.entry(code),
  );
  return (
    <li className="sheet-row" id={`row-${code}`}>
      <div className="sheet-what">
        <span className="sheet-code">{code}</span> <strong>{name}</strong>
      </div>
      <div className="sheet-how">
        <NumberField
          id={fieldId(code)}
          label={say({ zh: `${name}:假定的系统取数`, en: `${name}: assumed figure` })}
          value={entry?.value}
          min={-1_000_000}
          max={1_000_000}
          disabled={false}
          suffix={say({ zh: '假定取数', en: 'assumed' })}
          onValue={(value) => store.setEntry(code, value === undefined ? {} : { value })}
        />
      </div>
    </li>
  );
}

function Totals({ rubric, sheets, source }: { rubric: Rubric; sheets: TrialSheets; source: SourceCode }) {
  const { say } = useWords();
  const version = useSheets(sheets);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheets tell that they changed by their version
  const { sheet, unit, grades } = useMemo(() => {
    const asSheet = (code: SourceCode) => ({
      id: code,
      evaluatorId: code,
      source: code,
      entries: sheets[code].entries(),
    });
    const filled = rubric.sources
      .map(({ code }) => asSheet(code))
      .filter(({ entries }) => Object.keys(entries).length > 0);
    const scored = scoreUnit(rubric, filled);
    return {
      sheet: scoreSheet(rubric, asSheet(source)),
      unit: scored,
      grades: gradesOf(rubric, scored),
    };
  }, [rubric, sheets, source, version]);
  return (
    <div className="builder-totals" role="status">
      <span>
        {say({ zh: '本表', en: 'This sheet' })} <strong>{sheet.shown ?? '–'}</strong>
        <span className="muted"> / {sheet.max}</span>
      </span>
      <span>
        {say({ zh: '总分', en: 'Total' })} <strong>{unit.shown ?? '–'}</strong>
        <span className="muted"> / {unit.max}</span>
      </span>
      {grades.map((grade) => (
        <span key={grade.en}>{say(grade)}</span>
      ))}
      {unit.vetoes.length > 0 && (
        <span className="sheet-veto">{say({ zh: '触发一票否决', en: 'Veto triggered' })}</span>
      )}
      <ul>
        {sheet.dimensions
          .filter(({ max }) => max !== '0')
          .map((dimension) => (
            <li key={dimension.code}>
              {dimension.name} <strong>{dimension.shown ?? '–'}</strong>
              <span className="muted">/{dimension.max}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** The grade that the total reaches: in general, and for each class that has grades of its own. */
function gradesOf(rubric: Rubric, unit: UnitResult): Words[] {
  const lists = [{ zh: '等次', en: 'Grade', bands: rubric.bands }].concat(
    Object.entries(rubric.bandsByClass).map(([code, bands]) => ({ ...bandListWords(code), bands })),
  );
  return lists.flatMap(({ zh, en, bands }) => {
    const band = bandOfOne(bands, unit);
    return band ? [{ zh: `${zh} ${band.label.zh}`, en: `${en} ${band.label.en}` }] : [];
  });
}

/** Changes whenever something was entered on any of the sheets. */
function useSheets(sheets: TrialSheets): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const told = () => setVersion((now) => now + 1);
    const leave = Object.values(sheets).map((sheet) => sheet.subscribe(told));
    return () => {
      for (const off of leave) off();
    };
  }, [sheets]);
  return version;
}
