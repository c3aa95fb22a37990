import { Badge, Button, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../use-phone';
import { FilterControl } from './filter-control';
import { type FilterField, paramsOf } from './filter-field';
import { isFiltered, type ListState } from './list-state';

type Change = (next: Partial<ListState>) => void;

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
  /** Filters that fewer people use: they open on a click. */
  more?: readonly FilterField[];
  state: ListState;
  change: Change;
  searchable: boolean;
  /** Stands at the end of the bar: export, columns. */
  end?: ReactNode;
};

const NO_MORE: readonly FilterField[] = [];

const activeAmong = (filters: readonly FilterField[], { filters: values }: ListState): number =>
  filters.filter((filter) => paramsOf(filter).some((name) => (values[name]?.length ?? 0) > 0)).length;

export function FilterBar({ model, filters, more = NO_MORE, state, change, searchable, end }: Props) {
  const { say } = useWords();
  // A phone has room for the rows or for the filters; an active one stays in sight.
  const phone = usePhone();
  const [open, setOpen] = useState(() => isFiltered({ ...state, search: '' }));
  const [wide, setWide] = useState(() => activeAmong(more, state) > 0);
  const control = (filter: FilterField) => (
    <FilterControl
      key={`${filter.kind}-${filter.field}`}
      model={model}
      filter={filter}
      values={state.filters}
      set={(values) => change({ filters: values })}
    />
  );
  return (
    <search className="filter-bar">
      {searchable && <SearchBox search={state.search} change={change} />}
      {phone && filters.length + more.length > 0 && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {say({ zh: '筛选', en: 'Filter' })}
        </Button>
      )}
      <div className="filter-fields" hidden={phone && !open}>
        {filters.map(control)}
        {more.length > 0 && (
          <Badge count={wide ? 0 : activeAmong(more, state)} size="small">
            <Button aria-expanded={wide} onClick={() => setWide(!wide)}>
              {wide
                ? say({ zh: '收起条件', en: 'Fewer filters' })
                : say({ zh: '更多条件', en: 'More filters' })}
            </Button>
          </Badge>
        )}
      </div>
      {isFiltered(state) && (
        <Button type="link" onClick={() => change({ search: '', filters: {} })}>
          {say({ zh: '清除条件', en: 'Clear' })}
        </Button>
      )}
      <div className="filter-end">{end}</div>
      {wide && (
        <div className="filter-more" hidden={phone && !open}>
          {more.map(control)}
        </div>
      )}
    </search>
  );
}
