import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { dimensionMax, type RubricDraft } from '@jiedui/shared/rubric';
import { Button } from 'antd';
import { useWords } from '../../../providers/i18n';
import { Code, Figure, fieldKey, Text } from './fields';
import { IndicatorEditor } from './indicator-editor';
import { IndicatorLine } from './indicator-line';
import {
  addIndicator,
  changeDimension,
  changeIndicator,
  copyDimension,
  copyIndicator,
  moveDimension,
  moveIndicator,
  type Place,
  removeDimension,
  removeIndicator,
  stepOf,
} from './operations';
import type { Editing } from './use-editing';

type Props = { draft: RubricDraft; d: number; editing: Editing; isWrong: (key: string) => boolean };

/** A dimension with its indicators. */
export function DimensionSection({ draft, d, editing, isWrong }: Props) {
  const { say } = useWords();
  const { edit, open, setOpen, dragged, setDragged, moved } = editing;
  const dimension = draft.dimensions[d];
  if (!dimension) return null;
  const path = ['dimensions', d];
  const shown = dimension.name || dimension.code;
  const keyOf = (place: Place) => fieldKey(['dimensions', place.d, 'indicators', place.i]);

  const move = (from: Place, to: Place) => {
    edit((now) => moveIndicator(now, from, to));
    const into = draft.dimensions[to.d];
    const name = into?.name || into?.code;
    moved(
      keyOf(from),
      keyOf(to),
      to,
      say({ zh: `已移到“${name}”第 ${to.i + 1} 项`, en: `Moved to “${name}”, place ${to.i + 1}` }),
    );
  };
  const drop = (to: Place) => {
    if (dragged && (dragged.d !== to.d || dragged.i !== to.i)) move(dragged, to);
    setDragged(null);
  };
  const tool = (icon: React.ReactNode, zh: string, en: string, act: () => void, disabled = false) => (
    <Button
      size="small"
      type="text"
      icon={icon}
      disabled={disabled}
      aria-label={say({ zh: `${zh}维度 ${shown}`, en: `${en} dimension ${shown}` })}
      onClick={act}
    />
  );
  const shift = (to: number) => {
    setOpen(null);
    edit((now) => moveDimension(now, d, to));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; by keyboard the handle moves
    <section
      className="panel builder-dimension"
      id={fieldKey(path)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => drop({ d, i: dimension.indicators.length })}
    >
      <h2>
        <span>
          {say({ zh: '维度', en: 'Dimension' })} {dimension.code} {dimension.name}
        </span>
        <span className="muted">
          {say({ zh: `满分 ${dimensionMax(dimension)}`, en: `${dimensionMax(dimension)} points` })}
        </span>
        <span className="builder-tools">
          {tool(<ArrowUpOutlined />, '上移', 'Up:', () => shift(d - 1), d === 0)}
          {tool(
            <ArrowDownOutlined />,
            '下移',
            'Down:',
            () => shift(d + 1),
            d === draft.dimensions.length - 1,
          )}
          {tool(<CopyOutlined />, '复制', 'Copy', () => {
            setOpen(null);
            edit((now) => copyDimension(now, d));
          })}
          {tool(<DeleteOutlined />, '删除', 'Remove', () => {
            setOpen(null);
            edit((now) => removeDimension(now, d));
          })}
        </span>
      </h2>
      <div className="builder-fields">
        <Code
          path={[...path, 'code']}
          label={say({ zh: '维度编码', en: 'Code' })}
          value={dimension.code}
          onCode={(code) => edit((now) => changeDimension(now, d, { ...dimension, code }))}
        />
        <Text
          path={[...path, 'name']}
          label={say({ zh: '维度名称', en: 'Name' })}
          value={dimension.name}
          most={200}
          onText={(name, field) => edit((now) => changeDimension(now, d, { ...dimension, name }), field)}
        />
        <Figure
          path={[...path, 'base']}
          label={say({ zh: '起评分(可不填)', en: 'Base (optional)' })}
          value={dimension.base}
          onFigure={(base, field) => edit((now) => changeDimension(now, d, { ...dimension, base }), field)}
        />
      </div>
      <ol className="builder-list">
        {dimension.indicators.map((indicator, i) => {
          const place = { d, i };
          const key = keyOf(place);
          const at = ['dimensions', d, 'indicators', i];
          return (
            <IndicatorLine
              key={key}
              indicator={indicator}
              place={place}
              open={open === key}
              wrong={isWrong(key)}
              onOpen={() => setOpen(open === key ? null : key)}
              onStep={(by) => {
                const to = stepOf(draft, place, by);
                if (to) move(place, to);
              }}
              onCopy={() => {
                setOpen(keyOf({ d, i: i + 1 }));
                edit((now) => copyIndicator(now, place));
              }}
              onRemove={() => {
                setOpen(null);
                edit((now) => removeIndicator(now, place));
              }}
              onDrag={setDragged}
              onDrop={drop}
            >
              <IndicatorEditor
                indicator={indicator}
                path={at}
                bands={draft.bands}
                dimensions={draft.dimensions.map((one, place) => ({
                  at: place,
                  name: `${one.code} ${one.name}`,
                }))}
                put={(next, field) => edit((now) => changeIndicator(now, place, next), field)}
                onMoveTo={(to) => move(place, { d: to, i: draft.dimensions[to]?.indicators.length ?? 0 })}
              />
            </IndicatorLine>
          );
        })}
      </ol>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          setOpen(keyOf({ d, i: dimension.indicators.length }));
          edit((now) => addIndicator(now, d));
        }}
      >
        {say({ zh: '增加指标', en: 'Add an indicator' })}
      </Button>
    </section>
  );
}
