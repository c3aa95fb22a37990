import { specialCardsOf } from '@jiedui/shared/workbench';
import { DatePicker, Input, InputNumber, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { labelOf, type Model } from '../../models/model';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { endsOf, type FilterField, type FilterValues } from './filter-field';
import { optionalFields } from './filters-of';
import { RelationSelect } from './relation-select';

type Props = {
  model: Model;
  filter: FilterField;
  values: FilterValues;
  set: (values: FilterValues) => void;
};
type ControlProps = Props & { label: string };

const DAY = 'YYYY-MM-DD';
const toList = (value: string | string[] | null | undefined): string[] => (value ? [value].flat() : []);

function DaySpan({ filter, values, set, label }: ControlProps) {
  const { say } = useWords();
  const [from, to] = endsOf(filter);
  const at = (name: string) => (values[name]?.[0] ? dayjs(values[name][0]) : null);
  // The program's own lists have one range of days, which needs no name; of several each says which it is.
  const own = filter.kind === 'days';
  return (
    <DatePicker.RangePicker
      className={own ? 'filter-field' : 'filter-field filter-span'}
      aria-label={label}
      allowEmpty={[true, true]}
      {...(own
        ? {}
        : {
            placeholder: [say({ zh: `${label} 起`, en: `${label} from` }), say({ zh: '止', en: 'to' })] as [
              string,
              string,
            ],
          })}
      value={[at(from), at(to)]}
      onChange={(range) =>
        set({
          ...values,
          [from]: range?.[0] ? [range[0].format(DAY)] : [],
          [to]: range?.[1] ? [range[1].format(DAY)] : [],
        })
      }
    />
  );
}

function NumberSpan({ filter, values, set, label }: ControlProps) {
  const { say } = useWords();
  const names = endsOf(filter);
  const words = [say({ zh: `${label} ≥`, en: `${label} ≥` }), '≤'];
  return (
    <Space.Compact className="filter-field filter-span">
      {names.map((name, at) => (
        <InputNumber
          key={name}
          aria-label={at === 0 ? `${label} ≥` : `${label} ≤`}
          placeholder={words[at]}
          stringMode
          controls={false}
          value={values[name]?.[0] ?? null}
          // Typing alone must not ask the server at every digit.
          changeOnBlur
          onPressEnter={(event) => event.currentTarget.blur()}
          onChange={(value) => set({ ...values, [name]: value === null ? [] : [String(value)] })}
        />
      ))}
    </Space.Compact>
  );
}

function Contains({ filter, values, set, label }: ControlProps) {
  const kept = values[filter.field]?.[0] ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const take = () => text.trim() !== kept && set({ ...values, [filter.field]: toList(text.trim()) });
  return (
    <Input
      className="filter-field"
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        // The small cross empties it without leaving the field.
        if (!event.target.value && kept) set({ ...values, [filter.field]: [] });
      }}
      onBlur={take}
      onPressEnter={take}
    />
  );
}

type Option = { value: string; label: string };

function Choice({
  filter,
  values,
  set,
  label,
  options,
  several = false,
}: ControlProps & { options: Option[]; several?: boolean }) {
  const chosen = values[filter.field] ?? [];
  return (
    <Select
      className="filter-field"
      aria-label={label}
      placeholder={label}
      {...(several ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
      allowClear
      showSearch={options.length > 12}
      optionFilterProp="label"
      value={several ? chosen : (chosen[0] ?? null)}
      onChange={(next?: string | string[]) => set({ ...values, [filter.field]: toList(next) })}
      options={options}
      popupMatchSelectWidth={false}
    />
  );
}

function Relation({ model, filter, values, set, label }: ControlProps) {
  const target = modelOfResource(useModels(), model.fields[filter.field]?.target ?? '');
  if (!target) return null;
  const chosen = values[filter.field] ?? [];
  const several = filter.kind === 'relation' && filter.several === true;
  return (
    <RelationSelect
      className="filter-field"
      ariaLabel={label}
      placeholder={label}
      target={target.path}
      several={several}
      value={several ? chosen : (chosen[0] ?? null)}
      onChange={(next) => set({ ...values, [filter.field]: toList(next) })}
    />
  );
}

/** One filter of a list, by the kind of its field. */
export function FilterControl(props: Props) {
  const { model, filter } = props;
  const { say } = useWords();
  const { actor } = useSession();
  const label = say(filter.label ?? labelOf(model, filter.field));
  const given = { ...props, label };
  switch (filter.kind) {
    case 'days':
    case 'daySpan':
    case 'instantSpan':
      return <DaySpan {...given} />;
    case 'numberSpan':
      return <NumberSpan {...given} />;
    case 'text':
      return <Contains {...given} />;
    case 'relation':
      return <Relation {...given} />;
    case 'flag': {
      const options = [
        { value: 'true', label: say({ zh: `${label}:是`, en: `${label}: yes` }) },
        { value: 'false', label: say({ zh: `${label}:否`, en: `${label}: no` }) },
      ];
      return <Choice {...given} options={options} />;
    }
    case 'waiting': {
      const cards = specialCardsOf(actor.role, model.path);
      if (cards.length === 0) return null;
      return (
        <Choice {...given} options={cards.map(({ key, words }) => ({ value: key, label: say(words) }))} />
      );
    }
    case 'presence': {
      const options = optionalFields(model).flatMap((name) => {
        const { zh, en } = labelOf(model, name);
        return [
          { value: `-${name}`, label: say({ zh: `${zh}:未填`, en: `${en}: empty` }) },
          { value: name, label: say({ zh: `${zh}:已填`, en: `${en}: filled in` }) },
        ];
      });
      return options.length > 0 ? <Choice {...given} several options={options} /> : null;
    }
    case 'enum': {
      const options = model.fields[filter.field]?.options ?? [];
      const shown = options.map(({ value, words }) => ({ value, label: say(words) }));
      return <Choice {...given} several options={shown} />;
    }
  }
}
