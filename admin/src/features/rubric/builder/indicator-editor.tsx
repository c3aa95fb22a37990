import {
  type BandDraft,
  type IndicatorDraft,
  ITEM_KIND_WORDS,
  ITEM_KINDS,
  SOURCE_CODES,
  SOURCE_WORDS,
  type SourceCode,
} from '@jiedui/shared/rubric';
import { Checkbox, Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { EvidenceEditor } from './evidence-editor';
import { Code, Figure, fieldKey, Labelled, type Path, Text } from './fields';
import { ItemEditor } from './item-editor';
import { withKind } from './new-parts';

type Props = {
  indicator: IndicatorDraft;
  path: Path;
  bands: readonly BandDraft[];
  /** The dimensions, to move the indicator to another one. */
  dimensions: readonly { at: number; name: string }[];
  put: (indicator: IndicatorDraft, field?: string | null) => void;
  onMoveTo: (dimension: number) => void;
};

/** Everything about one indicator. */
export function IndicatorEditor({ indicator, path, bands, dimensions, put, onMoveTo }: Props) {
  const { say } = useWords();
  const { code, name, maxPoints, item, standard, dataSource } = indicator;
  return (
    <div className="builder-fields">
      <Code
        path={[...path, 'code']}
        label={say({ zh: '编码', en: 'Code' })}
        value={code}
        onCode={(next) => put({ ...indicator, code: next })}
      />
      <Text
        path={[...path, 'name']}
        label={say({ zh: '指标名称', en: 'Name' })}
        value={name}
        most={200}
        onText={(text, field) => put({ ...indicator, name: text }, field)}
      />
      <Labelled path={[...path, 'kind']} label={say({ zh: '类型', en: 'Kind' })}>
        <Select
          id={fieldKey([...path, 'kind'])}
          value={item.kind}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: say(ITEM_KIND_WORDS[kind]) }))}
          onChange={(kind) => put(withKind(indicator, kind))}
        />
      </Labelled>
      {(item.kind !== 'veto' || maxPoints !== 0) && (
        <Figure
          path={[...path, 'maxPoints']}
          label={say({ zh: '分值', en: 'Points' })}
          value={maxPoints}
          suffix={say({ zh: '分', en: 'points' })}
          onFigure={(points, field) => put({ ...indicator, maxPoints: points }, field)}
        />
      )}
      <Labelled path={[...path, 'dimension']} label={say({ zh: '所属维度', en: 'Dimension' })}>
        <Select
          id={fieldKey([...path, 'dimension'])}
          value={Number(path[1])}
          options={dimensions.map((one) => ({ value: one.at, label: one.name }))}
          onChange={onMoveTo}
        />
      </Labelled>
      <div className="builder-item" id={fieldKey([...path, 'item'])}>
        <ItemEditor
          item={item}
          path={[...path, 'item']}
          bands={bands}
          put={(next, field) => put({ ...indicator, item: next }, field)}
        />
      </div>
      <Text
        path={[...path, 'standard']}
        label={say({ zh: '评分标准', en: 'Standard' })}
        value={standard}
        most={4000}
        rows={2}
        onText={(text, field) => put({ ...indicator, standard: text || undefined }, field)}
      />
      <Text
        path={[...path, 'dataSource']}
        label={say({ zh: '数据来源', en: 'Evidence' })}
        value={dataSource}
        most={1000}
        rows={1}
        onText={(text, field) => put({ ...indicator, dataSource: text || undefined }, field)}
      />
      <JudgedBy
        path={[...path, 'sources']}
        sources={indicator.sources}
        onSources={(sources) => put({ ...indicator, sources })}
      />
      <EvidenceEditor
        path={[...path, 'evidence']}
        evidence={indicator.evidence}
        onEvidence={(evidence) => put({ ...indicator, evidence })}
      />
    </div>
  );
}

/** Who judges the indicator; with nobody chosen in particular it is everybody. */
function JudgedBy({
  path,
  sources,
  onSources,
}: {
  path: Path;
  sources: SourceCode[] | undefined;
  onSources: (sources: SourceCode[] | undefined) => void;
}) {
  const { say } = useWords();
  return (
    <fieldset className="builder-field builder-wide builder-choice" id={fieldKey(path)}>
      <legend>{say({ zh: '由谁评(不选为全部)', en: 'Judged by (none chosen: all)' })}</legend>
      <Checkbox.Group
        value={sources ?? []}
        options={SOURCE_CODES.map((value) => ({ value, label: say(SOURCE_WORDS[value]) }))}
        onChange={(chosen) => {
          const codes = SOURCE_CODES.filter((one) => chosen.includes(one));
          onSources(codes.length > 0 ? codes : undefined);
        }}
      />
    </fieldset>
  );
}
