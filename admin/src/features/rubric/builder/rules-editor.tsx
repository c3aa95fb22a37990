import {
  bandListWords,
  type RubricDraft,
  SOURCE_CODES,
  SOURCE_WORDS,
  type SourceCode,
} from '@jiedui/shared/rubric';
import { ENUM_TEXT } from '@jiedui/shared/text';
import { Button, Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { AggregationEditor } from './aggregation-editor';
import { BandsEditor } from './bands-editor';
import { Choice, Figure, rowLabel, Text } from './fields';
import { followBandCode } from './operations';
import { Rows } from './rows';
import { TieEditor } from './tie-editor';

type Props = {
  draft: RubricDraft;
  /** Versions are told by their name: a later one keeps it. */
  nameFixed: boolean;
  edit: (change: (draft: RubricDraft) => RubricDraft, field?: string | null) => void;
};

/** The rules for the whole rubric: who judges with what weight, how totals, ranks and bands come about. */
export function RulesEditor({ draft, nameFixed, edit }: Props) {
  const { say } = useWords();
  const set = (part: Partial<RubricDraft>, field: string | null = null) =>
    edit((now) => ({ ...now, ...part }), field);
  const { sources } = draft;
  const open = SOURCE_CODES.filter((code) => !sources.some((one) => one.code === code));
  const points = say({ zh: '分', en: 'points' });
  return (
    <div className="builder-fields">
      <Text
        path={['name']}
        label={say({ zh: '体系名称', en: 'Name' })}
        value={draft.name}
        most={120}
        disabled={nameFixed}
        onText={(name, field) => set({ name }, field)}
      />
      <Text
        path={['description']}
        label={say({ zh: '说明', en: 'Description' })}
        value={draft.description}
        most={4000}
        rows={2}
        onText={(description, field) => set({ description }, field)}
      />
      <Rows
        path={['sources']}
        label={say({ zh: '评价主体及权重(合计 100)', en: 'Sources and weights (100 in all)' })}
        rows={sources}
        onRows={(rows, field) => set({ sources: rows }, field)}
        unordered
        add={say({ zh: '增加评价主体', en: 'Add a source' })}
        {...(open[0] ? { fresh: () => ({ code: open[0] as SourceCode, weight: undefined }) } : {})}
      >
        {(source, at, put) => (
          <>
            <Select
              aria-label={rowLabel(at, say({ zh: '评价主体', en: 'Source' }))}
              value={source.code}
              options={[source.code, ...open].map((code) => ({
                value: code,
                label: say(SOURCE_WORDS[code]),
              }))}
              onChange={(code) => put({ ...source, code }, null)}
            />
            <Figure
              hidden
              path={[...at, 'weight']}
              label={say({ zh: '权重', en: 'Weight' })}
              value={source.weight}
              max={100}
              suffix="%"
              onFigure={(weight, field) => put({ ...source, weight }, field)}
            />
          </>
        )}
      </Rows>
      <AggregationEditor
        aggregation={draft.aggregation}
        onAggregation={(aggregation, field) => set({ aggregation }, field)}
      />
      <Figure
        path={['minRaters']}
        label={say({ zh: '排名至少需测评员', en: 'Evaluators for a rank' })}
        value={draft.minRaters}
        whole
        max={1000}
        suffix={say({ zh: '名', en: '' })}
        onFigure={(minRaters, field) => set({ minRaters: minRaters ?? null }, field)}
      />
      <Choice
        path={['missingSource']}
        label={say({ zh: '缺少某一主体评分时', en: 'A missing source' })}
        value={draft.missingSource}
        options={[
          { value: 'reweight', label: say({ zh: '按其余主体重新分配权重', en: 're-weight the others' }) },
          { value: 'noTotal', label: say({ zh: '不产生总分', en: 'no total' }) },
        ]}
        onChoice={(missingSource) => set({ missingSource })}
      />
      <Figure
        path={['bonusCap']}
        label={say({ zh: '加分合计上限', en: 'Bonus cap' })}
        value={draft.bonusCap}
        suffix={points}
        onFigure={(bonusCap, field) => set({ bonusCap: bonusCap ?? null }, field)}
      />
      <Figure
        path={['penaltyCap']}
        label={say({ zh: '总分扣分上限(空为不限)', en: 'Penalty limit (empty: none)' })}
        value={draft.penaltyCap}
        suffix={points}
        onFigure={(penaltyCap, field) => set({ penaltyCap }, field)}
      />
      <Figure
        path={['cap']}
        label={say({ zh: '总分封顶(空为不限)', en: 'Cap of the total (empty: none)' })}
        value={draft.cap}
        suffix={points}
        onFigure={(cap, field) => set({ cap }, field)}
      />
      <Figure
        path={['digits']}
        label={say({ zh: '得分小数位数', en: 'Decimal places' })}
        value={draft.digits}
        whole
        max={6}
        suffix={say({ zh: '位', en: '' })}
        onFigure={(digits, field) => set({ digits: digits ?? null }, field)}
      />
      <Choice
        path={['decidedBy']}
        label={say({ zh: '等次和名次按', en: 'Grades and ranks by' })}
        value={draft.decidedBy}
        options={[
          { value: 'exact', label: say({ zh: '未舍入的总分', en: 'the exact total' }) },
          { value: 'shown', label: say({ zh: '公布的总分', en: 'the total as shown' }) },
        ]}
        onChoice={(decidedBy) => set({ decidedBy })}
      />
      <BandsEditor
        path={['bands']}
        label={say({ zh: '等次(从高到低)', en: 'Grades (best first)' })}
        bands={draft.bands}
        onBands={(bands, field) => set({ bands }, field)}
        onCode={(bands, old, code) => edit((now) => followBandCode({ ...now, bands }, old, code))}
      />
      <ClassBands draft={draft} edit={edit} />
      <TieEditor draft={draft} onTies={(tieBreaks) => set({ tieBreaks })} />
    </div>
  );
}

/** Classes and levels that may have bands of their own. */
const LISTS = ['unit.unitClass', 'station.level'].flatMap((key) => Object.keys(ENUM_TEXT[key] ?? {}));

function ClassBands({ draft, edit }: Pick<Props, 'draft' | 'edit'>) {
  const { say } = useWords();
  const own = draft.bandsByClass;
  const left = LISTS.filter((code) => !Object.hasOwn(own, code));
  const set = (bandsByClass: RubricDraft['bandsByClass'], field: string | null = null) =>
    edit((now) => ({ ...now, bandsByClass }), field);
  return (
    <>
      {Object.entries(own).map(([code, bands]) => (
        <div key={code} className="builder-wide">
          <BandsEditor
            path={['bandsByClass', code]}
            label={say({ zh: `${bandListWords(code).zh}等次`, en: `Grades, ${bandListWords(code).en}` })}
            bands={bands}
            onBands={(next, field) => set({ ...own, [code]: next }, field)}
            onCode={(next) => set({ ...own, [code]: next })}
          />
          <Button
            size="small"
            type="link"
            onClick={() => set(Object.fromEntries(Object.entries(own).filter(([key]) => key !== code)))}
          >
            {say({ zh: '改用一般等次', en: 'Use the general grades' })}
          </Button>
        </div>
      ))}
      {left.length > 0 && (
        <Select
          className="builder-wide builder-adder"
          aria-label={say({ zh: '为某类单位另设等次', en: 'Grades of their own for' })}
          placeholder={say({ zh: '为某类单位另设等次', en: 'Grades of their own for…' })}
          value={null}
          options={left.map((code) => ({ value: code, label: say(bandListWords(code)) }))}
          onChange={(code: string | null) => code && set({ ...own, [code]: draft.bands })}
        />
      )}
    </>
  );
}
