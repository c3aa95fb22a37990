import { enumWords } from '@jiedui/shared/text';
import { specialCardsOf } from '@jiedui/shared/workbench';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { labelOf, type Model } from '../../models/model';
import { resourceOf } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { usePhone } from '../use-phone';
import type { FilterField, FilterValues } from './filter-field';
import { isFiltered, type ListState } from './list-state';
import { RelationSelect } from './relation-select';

type Change = (next: Partial<ListState>) => void;
type FieldProps = {
  model: Model;
  filter: FilterField;
  values: FilterValues;
  set: (values: FilterValues) => void;
};

const DAY = 'YYYY-MM-DD';
const toList = (value: string | string[] | null | undefined): string[] => (value ? [value].flat() : []);

function FilterControl({ model, filter, values, set }: FieldProps) {
  const { say } = useWords();
  const { actor } = useSession();
  const label = say(filter.label ?? labelOf(model, filter.field));
  const spec = model.fields[filter.field];
  const chosen = values[filter.field] ?? [];
  const put = (next: string[]) => set({ ...values, [filter.field]: next });

  if (filter.kind === 'days') {
    const at = (name: 'from' | 'to') => (values[name]?.[0] ? dayjs(values[name][0]) : null);
    return (
      <DatePicker.RangePicker
        className="filter-field"
        aria-label={label}
        allowEmpty={[true, true]}
        value={[at('from'), at('to')]}
        onChange={(range) =>
          set({
            ...values,
            from: range?.[0] ? [range[0].format(DAY)] : [],
            to: range?.[1] ? [range[1].format(DAY)] : [],
          })
        }
      />
    );
  }
  if (filter.kind === 'relation' && spec?.kind === 'relation') {
    return (
      <RelationSelect
        className="filter-field"
        ariaLabel={label}
        placeholder={label}
        target={spec.target}
        {...(spec.order ? { order: spec.order } : {})}
        {...(spec.nameField ? { nameField: spec.nameField } : {})}
        several={filter.several ?? false}
        value={filter.several ? chosen : (chosen[0] ?? null)}
        onChange={(next) => put(toList(next))}
      />
    );
  }
  if (filter.kind === 'flag') {
    return (
      <Select
        className="filter-field"
        aria-label={label}
        placeholder={label}
        allowClear
        value={chosen[0] ?? null}
        onChange={(next?: string) => put(toList(next))}
        options={[
          { value: 'true', label: say({ zh: `${label}:是`, en: `${label}: yes` }) },
          { value: 'false', label: say({ zh: `${label}:否`, en: `${label}: no` }) },
        ]}
      />
    );
  }
  if (filter.kind === 'waiting') {
    const cards = specialCardsOf(actor.role, model.path);
    if (cards.length === 0) return null;
    return (
      <Select
        className="filter-field"
        aria-label={label}
        placeholder={label}
        allowClear
        value={chosen[0] ?? null}
        onChange={(next?: string) => put(toList(next))}
        options={cards.map(({ key, words }) => ({ value: key, label: say(words) }))}
        popupMatchSelectWidth={false}
      />
    );
  }
  const resource = resourceOf(model.path);
  const options = spec?.kind === 'enum' ? spec.options : [];
  return (
    <Select
      className="filter-field"
      aria-label={label}
      placeholder={label}
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      showSearch={false}
      value={chosen}
      onChange={(next: string[]) => put(next)}
      options={options.map((value) => ({ value, label: say(enumWords(resource, filter.field, value)) }))}
      popupMatchSelectWidth={false}
    />
  );
}

function SearchBox({ search, change }: { search: string; change: Change }) {
  const { say } = useWords();
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  const label = say({ zh: '按名称搜索', en: 'Search by name' });
  return (
    <Input.Search
      className="filter-search"
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={60}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => change({ search: value })}
    />
  );
}

type Props = {
  model: Model;
  filters: readonly FilterField[];
  state: ListState;
  change: Change;
  searchable: boolean;
  /** Stands at the end of the bar: export, columns. */
  end?: ReactNode;
};

export function FilterBar({ model, filters, state, change, searchable, end }: Props) {
  const { say } = useWords();
  // A phone has room for the rows or for the filters; an active one stays in sight.
  const phone = usePhone();
  const [open, setOpen] = useState(() => isFiltered({ ...state, search: '' }));
  return (
    <search className="filter-bar">
      {searchable && <SearchBox search={state.search} change={change} />}
      {phone && filters.length > 0 && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {say({ zh: '筛选', en: 'Filter' })}
        </Button>
      )}
      <div className="filter-fields" hidden={phone && !open}>
        {filters.map((filter) => (
          <FilterControl
            key={filter.field}
            model={model}
            filter={filter}
            values={state.filters}
            set={(values) => change({ filters: values })}
          />
        ))}
      </div>
      {isFiltered(state) && (
        <Button type="link" onClick={() => change({ search: '', filters: {} })}>
          {say({ zh: '清除条件', en: 'Clear' })}
        </Button>
      )}
      <div className="filter-end">{end}</div>
    </search>
  );
}
