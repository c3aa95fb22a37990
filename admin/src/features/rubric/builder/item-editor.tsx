import type { ItemDraft } from '@jiedui/shared/rubric';
import { Input, Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { nextLetter } from './codes';
import { Choice, Code, Figure, fieldKey, Labelled, rowLabel } from './fields';
import type { ItemProps, Of } from './item-props';
import { Rows } from './rows';
import { Metric, Ratio } from './step-editors';

function Deduct({ item, path, put }: ItemProps<Of<'deduct'>>) {
  const { say } = useWords();
  const { rule } = item;
  const at = [...path, 'rule'];
  return (
    <>
      <Choice
        path={[...path, 'from']}
        label={say({ zh: '从何处扣', en: 'Taken from' })}
        value={item.from}
        options={[
          { value: 'item', label: say({ zh: '本项分值(扣完为止)', en: 'this indicator' }) },
          { value: 'dimension', label: say({ zh: '维度起评分', en: 'the base of the dimension' }) },
          { value: 'total', label: say({ zh: '总分(负面清单)', en: 'the total' }) },
        ]}
        onChoice={(from) => put({ ...item, from })}
      />
      <Choice
        path={[...at, 'mode']}
        label={say({ zh: '怎样扣', en: 'How' })}
        value={rule.mode}
        options={[
          { value: 'judged', label: say({ zh: '视情每次扣', en: 'judged each time' }) },
          { value: 'perMissing', label: say({ zh: '每缺一项扣', en: 'for each missing' }) },
        ]}
        onChoice={(mode) =>
          put({ ...item, rule: mode === 'judged' ? { mode, min: 1, max: 5 } : { mode, each: 1 } })
        }
      />
      {rule.mode === 'judged' ? (
        <>
          <Figure
            path={[...at, 'min']}
            label={say({ zh: '每次最少', en: 'Least each time' })}
            value={rule.min}
            suffix={say({ zh: '分', en: 'points' })}
            onFigure={(min, field) => put({ ...item, rule: { ...rule, min } }, field)}
          />
          <Figure
            path={[...at, 'max']}
            label={say({ zh: '每次最多', en: 'Most each time' })}
            value={rule.max}
            suffix={say({ zh: '分', en: 'points' })}
            onFigure={(max, field) => put({ ...item, rule: { ...rule, max } }, field)}
          />
        </>
      ) : (
        <Figure
          path={[...at, 'each']}
          label={say({ zh: '每缺一项扣', en: 'For each missing' })}
          value={rule.each}
          suffix={say({ zh: '分', en: 'points' })}
          onFigure={(each, field) => put({ ...item, rule: { ...rule, each } }, field)}
        />
      )}
    </>
  );
}

function Level({ item, path, put }: ItemProps<Of<'level'>>) {
  const { say } = useWords();
  const { countBy, levels } = item;
  const counted =
    countBy === 'met' ? { zh: '项以上达标', en: 'or more met' } : { zh: '项以内问题', en: 'at most' };
  return (
    <>
      <Choice
        path={[...path, 'countBy']}
        label={say({ zh: '定档办法', en: 'How a level is found' })}
        value={countBy ?? 'judged'}
        options={[
          { value: 'judged', label: say({ zh: '由测评员评定', en: 'judged' }) },
          { value: 'violations', label: say({ zh: '按问题数量', en: 'by violations' }) },
          { value: 'met', label: say({ zh: '按达标数量', en: 'by standards met' }) },
        ]}
        onChoice={(by) => put({ ...item, countBy: by === 'judged' ? undefined : by })}
      />
      <Rows
        path={[...path, 'levels']}
        label={say({ zh: '分档', en: 'Levels' })}
        rows={levels}
        onRows={(rows, field) => put({ ...item, levels: rows }, field)}
        fresh={() => ({ code: nextLetter(levels), percent: undefined })}
        add={say({ zh: '增加一档', en: 'Add a level' })}
      >
        {(level, at, row) => (
          <>
            <Code
              hidden
              path={[...at, 'code']}
              label={say({ zh: '档', en: 'Level' })}
              value={level.code}
              onCode={(code) => row({ ...level, code }, null)}
            />
            <Input
              aria-label={rowLabel(at, say({ zh: '说明', en: 'Label' }))}
              placeholder={say({ zh: '说明(可不填)', en: 'Label (optional)' })}
              id={fieldKey([...at, 'label'])}
              value={level.label ?? ''}
              maxLength={100}
              onChange={(event) =>
                row({ ...level, label: event.target.value || undefined }, fieldKey([...at, 'label']))
              }
            />
            <Figure
              hidden
              path={[...at, 'percent']}
              label={say({ zh: '百分比', en: 'Percent' })}
              value={level.percent}
              max={100}
              suffix="%"
              onFigure={(percent, field) => row({ ...level, percent }, field)}
            />
            {countBy && (
              <Figure
                hidden
                path={[...at, 'count']}
                label={say({ zh: '数量', en: 'Number' })}
                value={level.count}
                whole
                suffix={say(counted)}
                onFigure={(count, field) => row({ ...level, count }, field)}
              />
            )}
          </>
        )}
      </Rows>
    </>
  );
}

function Bonus({ item, path, put }: ItemProps<Of<'bonus'>>) {
  const { say } = useWords();
  return (
    <Rows
      path={[...path, 'options']}
      label={say({ zh: '加分选项', en: 'Options' })}
      rows={item.options}
      onRows={(options, field) => put({ ...item, options }, field)}
      fresh={() => ({ code: nextLetter(item.options), points: undefined })}
      add={say({ zh: '增加选项', en: 'Add an option' })}
    >
      {(option, at, row) => (
        <>
          <Code
            hidden
            path={[...at, 'code']}
            label={say({ zh: '选项编码', en: 'Code' })}
            value={option.code}
            onCode={(code) => row({ ...option, code }, null)}
          />
          <Input
            aria-label={rowLabel(at, say({ zh: '选项名称', en: 'Option' }))}
            placeholder={say({ zh: '名称,如 国家级', en: 'Name' })}
            id={fieldKey([...at, 'label'])}
            value={option.label ?? ''}
            maxLength={100}
            onChange={(event) =>
              row({ ...option, label: event.target.value || undefined }, fieldKey([...at, 'label']))
            }
          />
          <Figure
            hidden
            path={[...at, 'points']}
            label={say({ zh: '每次加分', en: 'Points each time' })}
            value={option.points}
            suffix={say({ zh: '分/次', en: 'each' })}
            onFigure={(points, field) => row({ ...option, points }, field)}
          />
        </>
      )}
    </Rows>
  );
}

function Veto({ item, path, bands, put }: ItemProps<Of<'veto'>>) {
  const { say } = useWords();
  return (
    <>
      <Choice
        path={[...path, 'effect']}
        label={say({ zh: '触发后', en: 'Effect' })}
        value={item.effect}
        options={[
          { value: 'band', label: say({ zh: '限定等次', en: 'limits the grade' }) },
          { value: 'zero', label: say({ zh: '总分为 0', en: 'the total becomes 0' }) },
        ]}
        onChoice={(effect) => put({ kind: 'veto', effect })}
      />
      {item.effect === 'band' && (
        <Labelled path={[...path, 'band']} label={say({ zh: '最高只能评为', en: 'At most' })}>
          <Select
            id={fieldKey([...path, 'band'])}
            value={item.band ?? ''}
            options={[
              { value: '', label: say({ zh: '最低等次', en: 'the lowest grade' }) },
              ...bands.map(({ code, label }) => ({ value: code, label: say(label) || code })),
            ]}
            onChange={(band: string) => put({ ...item, band: band || undefined })}
          />
        </Labelled>
      )}
    </>
  );
}

/** The options of an item, by its kind. */
export function ItemEditor(props: ItemProps<ItemDraft>) {
  const { item, put } = props;
  switch (item.kind) {
    case 'points':
      return null;
    case 'deduct':
      return <Deduct {...props} item={item} put={put} />;
    case 'level':
      return <Level {...props} item={item} put={put} />;
    case 'ratio':
      return <Ratio {...props} item={item} put={put} />;
    case 'metric':
      return <Metric {...props} item={item} put={put} />;
    case 'bonus':
      return <Bonus {...props} item={item} put={put} />;
    case 'veto':
      return <Veto {...props} item={item} put={put} />;
  }
}
