import type { CrudFilter } from '@refinedev/core';
import { useList, useMany } from '@refinedev/core';
import { Select } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { pickerOrder } from '../../models/presentation';
import { findModel, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { linkedName, type Row } from '../../providers/row';

const SHOWN = 20;
const PAUSE = 250;

function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}

type Props = {
  /** Address of the type in the API. */
  target: string;
  /** documentId, or several. */
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  several?: boolean;
  /** Only these can be chosen. */
  filters?: CrudFilter[];
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  ariaLabel?: string;
  className?: string;
};

/** Finds a record by its name on the server and gives its documentId. */
export function RelationSelect(props: Props) {
  const { target, value, several, filters = [] } = props;
  const model = findModel(useModels(), target);
  const nameField = model?.titleField ?? 'name';
  const order = pickerOrder(model?.resource ?? '') ?? nameField;
  const { say } = useWords();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState(false);
  const chosen = value ? [value].flat() : [];

  const found = useList<Row>({
    resource: target,
    pagination: { pageSize: SHOWN },
    sorters: [{ field: order, order: 'asc' }],
    filters,
    meta: { fields: [nameField], search: useDebounced(search) },
    errorNotification: false,
    queryOptions: { enabled: opened },
  });
  // What is chosen may not be among the first rows, and its name has to be shown all the same.
  const named = useMany<Row>({
    resource: target,
    ids: chosen,
    meta: { fields: [nameField] },
    errorNotification: false,
    queryOptions: { enabled: chosen.length > 0 },
  });

  const rows = new Map<string, string>();
  for (const row of named.result.data) rows.set(row.id, linkedName(row, nameField));
  for (const row of found.result.data) rows.set(row.id, linkedName(row, nameField));
  const searching = found.query.isFetching;

  return (
    <Select
      {...(props.id ? { id: props.id } : {})}
      {...(several ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
      className={props.className}
      aria-label={props.ariaLabel}
      showSearch
      allowClear
      filterOption={false}
      placeholder={props.placeholder ?? say({ zh: '输入名称查找', en: 'Type a name' })}
      disabled={props.disabled ?? false}
      loading={searching}
      value={value ?? (several ? [] : null)}
      options={[...rows].map(([id, label]) => ({ value: id, label }))}
      onSearch={setSearch}
      onOpenChange={(open) => open && setOpened(true)}
      onChange={(next) => props.onChange?.(next ?? null)}
      notFoundContent={
        searching
          ? say({ zh: '正在查找…', en: 'Searching…' })
          : say({ zh: '没有匹配的记录', en: 'Nothing found' })
      }
      popupMatchSelectWidth={false}
    />
  );
}
