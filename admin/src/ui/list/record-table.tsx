import type { Words } from '@jiedui/shared/text';
import type { CrudFilter, CrudSort } from '@refinedev/core';
import { Button, Pagination, Skeleton, Table } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { type ReactNode, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { labelOf, type Model } from '../../models/model';
import { recordAddress } from '../../models/presentation';
import { useModels } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { ExampleTag } from '../field/tags';
import { cellValue, isEmpty, Value } from '../field/value';
import { ErrorNotice, Notice } from '../notices';
import { usePhone } from '../use-phone';
import { asColumn, type Column, type ColumnInput } from './column';
import { ColumnChooser } from './column-chooser';
import { addedColumns, choosable, columnOf } from './columns-of';
import { ExportButton } from './export-button';
import { FilterBar } from './filter-bar';
import type { FilterField } from './filter-field';
import { addedFilters } from './filters-of';
import { isFiltered, PAGE_SIZES } from './list-state';
import { RecordCards } from './record-cards';
import { SavedViews } from './saved-views';
import { useChosenColumns } from './use-columns';
import { useListState } from './use-list-state';
import { useRows } from './use-rows';

type Props = {
  model: Model;
  /** Says what the table holds, for those who do not see it. */
  caption: Words;
  columns: readonly ColumnInput[];
  filters?: readonly FilterField[];
  /** Filters that open on a click; by default those of the fields that the office has added. */
  more?: readonly FilterField[];
  fixed?: CrudFilter[];
  /** Holds always as well: only what waits in a card of the workbench, by the card's name. */
  waiting?: string;
  defaultSort: CrudSort;
  searchable?: boolean;
  exportable?: boolean;
  /** Where a row leads; default the record's page. */
  rowTo?: (row: Row) => string | null;
  /** What to do next when there is nothing yet. */
  empty: Words;
  emptyAction?: ReactNode;
  /** A list inside a record's page keeps its state out of the address. */
  inAddress?: boolean;
  actions?: (row: Row) => ReactNode;
};

/** For those who cannot make one: advice how to would only annoy. */
export const NOTHING_YET = { zh: '您的范围内还没有记录。', en: 'There is nothing within your scope yet.' };
/** The name that a cell shows, of the record itself or of a related one. */
const nameIn = (value: unknown): string => (typeof value === 'string' ? value : linkedName(asLinked(value)));
const NO_FILTERS: readonly FilterField[] = [];
const NO_FIXED: CrudFilter[] = [];

/** The first cell is the link to the record, so it holds no other link and is never empty. */
function firstCell(column: Column, row: Row, value: ReactNode): ReactNode {
  if (column.render) return value;
  const own = row[column.field];
  if (isEmpty(own)) return '—';
  return asLinked(own) ? linkedName(asLinked(own)) : value;
}

/** The list's own columns and what the office has added, or those that the person has chosen. */
function useTableColumns(model: Model, inputs: readonly ColumnInput[], complete: boolean) {
  const models = useModels();
  const { chosen, choose } = useChosenColumns(model);
  return useMemo(() => {
    const isThere = (field: string) => Boolean(model.fields[field] ?? model.computed[field]);
    // A column that the role may not read would have the whole list refused.
    const own = inputs.map(asColumn).filter(({ field }) => isThere(field));
    const names = own.map(({ field }) => field);
    const shown = complete ? [...names, ...addedColumns(model, names)] : names;
    const available = complete ? choosable(model, shown) : shown;
    const wanted = complete && chosen ? available.filter((name) => chosen.includes(name)) : shown;
    const columnOfName = (name: string) =>
      own.find(({ field }) => field === name) ?? columnOf(models, model, name);
    return { columns: wanted.map(columnOfName), available, chosen, isOwn: !chosen, choose };
  }, [models, model, inputs, complete, chosen, choose]);
}

/** A list of records: filters, sorting and pages in the address; a table, on a phone cards. */
export function RecordTable(props: Props) {
  const { model, filters: own = NO_FILTERS, fixed = NO_FIXED, defaultSort, inAddress = true } = props;
  const { say } = useWords();
  const phone = usePhone();
  const navigate = useNavigate();
  // A list inside a record's page stays as small as it was made.
  const more = useMemo(
    () => props.more ?? (inAddress ? addedFilters(model) : NO_FILTERS),
    [props.more, model, inAddress],
  );
  const filters = useMemo(() => [...own, ...more], [own, more]);
  const { state, change } = useListState(filters, inAddress);
  const { may } = useAccess();
  const table = useTableColumns(model, props.columns, inAddress);
  const { columns } = table;
  const waiting = props.waiting ?? state.filters.waiting?.[0];
  const list = useRows({ model, columns, filterFields: filters, fixed, waiting, state, defaultSort });

  const rowTo = props.rowTo ?? ((row: Row) => recordAddress(model, row.id));
  const label = (column: Column) => say(column.label ?? labelOf(model, column.field));
  const cell = (column: Column, row: Row): ReactNode => {
    if (column !== columns[0] && !column.render && isEmpty(cellValue(model, row, column.field))) return null;
    const value = column.render?.(row) ?? <Value model={model} field={column.field} row={row} brief />;
    if (column !== columns[0]) return value;
    const to = rowTo(row);
    return (
      <>
        {to ? <Link to={to}>{firstCell(column, row, value)}</Link> : value}{' '}
        <ExampleTag example={row.example} name={nameIn(row[column.field])} />
      </>
    );
  };

  const active = state.sort ?? defaultSort;
  const toTableColumn = (column: Column): ColumnType<Row> => {
    const sortField = column.sort === true ? column.field : column.sort || null;
    const order = sortField === active.field ? (active.order === 'desc' ? 'descend' : 'ascend') : null;
    const { kind } = model.fields[column.field] ?? model.computed[column.field] ?? {};
    const isNumber = column.number ?? kind === 'number';
    return {
      key: column.field,
      title: label(column),
      // One long name must not push the other columns out of sight.
      render: (_value, row) => (
        <div className="cell" style={column.narrow ? { maxWidth: column.width } : undefined}>
          {cell(column, row)}
        </div>
      ),
      ...(column.width ? { width: column.width } : {}),
      ...(isNumber ? { align: 'right' } : {}),
      ...(sortField ? { sorter: true, sortOrder: order, showSorterTooltip: false } : {}),
    };
  };

  // The link in the first column serves the keyboard; a click anywhere in the row is a convenience on top.
  const openRow = (row: Row) => {
    const to = rowTo(row);
    if (!to) return {};
    const onClick = (event: React.MouseEvent) => {
      if (event.target instanceof Element && !event.target.closest('a, button')) void navigate(to);
    };
    return { className: 'row-link', onClick };
  };

  const actionColumn: ColumnType<Row>[] = props.actions
    ? [
        {
          key: 'actions',
          title: say({ zh: '操作', en: 'Actions' }),
          render: (_value, row) => props.actions?.(row),
        },
      ]
    : [];

  const body = () => {
    if (list.error) return <ErrorNotice error={list.error} onRetry={list.refetch} />;
    if (list.isLoading) return <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />;
    if (list.rows.length === 0) {
      return isFiltered(state) ? (
        <Notice text={say({ zh: '没有符合条件的记录。', en: 'Nothing matches.' })}>
          <Button onClick={() => change({ search: '', filters: {} })}>
            {say({ zh: '清除条件', en: 'Clear the filters' })}
          </Button>
        </Notice>
      ) : (
        <Notice text={say(may('create', model.path) ? props.empty : NOTHING_YET)}>{props.emptyAction}</Notice>
      );
    }
    if (phone) {
      return (
        <RecordCards rows={list.rows} columns={columns} label={label} cell={cell} actions={props.actions} />
      );
    }
    return (
      <Table<Row>
        rowKey="id"
        size="small"
        columns={[...columns.map(toTableColumn), ...actionColumn]}
        dataSource={list.rows}
        loading={list.isFetching}
        pagination={false}
        scroll={{ x: 'max-content' }}
        onRow={openRow}
        onChange={(_page, _filters, sorter) => {
          const chosen = Array.isArray(sorter) ? sorter[0] : sorter;
          const column = columns.find((item) => item.field === chosen?.columnKey);
          const field = column?.sort === true ? column.field : column?.sort || null;
          const order = chosen?.order === 'descend' ? 'desc' : 'asc';
          change({ sort: field && chosen?.order ? { field, order } : null });
        }}
      />
    );
  };

  return (
    <section aria-label={say(props.caption)}>
      <FilterBar
        model={model}
        filters={own}
        more={more}
        state={state}
        change={change}
        searchable={props.searchable ?? true}
        end={
          <>
            {inAddress && <SavedViews path={model.path} columns={table.chosen} onColumns={table.choose} />}
            {inAddress && (
              <ColumnChooser
                model={model}
                available={table.available}
                shown={columns.map(({ field }) => field)}
                isOwn={table.isOwn}
                onChoose={table.choose}
              />
            )}
            {(props.exportable ?? true) && (
              <ExportButton
                model={model}
                filters={list.filters}
                sorters={list.sorters}
                search={state.search}
                waiting={waiting}
              />
            )}
          </>
        }
      />
      {body()}
      {(list.total ?? 0) > 0 && !list.error && (
        <div className="pager">
          <span className="muted">{say({ zh: `共 ${list.total} 条`, en: `${list.total} in all` })}</span>
          <Pagination
            size="small"
            simple={phone}
            current={state.page}
            pageSize={state.size}
            total={list.total ?? 0}
            pageSizeOptions={PAGE_SIZES}
            showSizeChanger={!phone}
            onChange={(page, size) => change(size === state.size ? { page } : { size })}
          />
        </div>
      )}
    </section>
  );
}
