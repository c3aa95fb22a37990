import { DownloadOutlined } from '@ant-design/icons';
import type { CrudFilter, CrudSort } from '@refinedev/core';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Model } from '../../models/model';
import { toAddress } from '../../providers/data';
import { toListQuery } from '../../providers/data-query';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';

type DownloadProps = { path: string; query?: object; fallbackName: string; label?: string };

/** Saves what the address answers as a file, in the language of the screen. */
export function DownloadButton({ path, query = {}, fallbackName, label }: DownloadProps) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    setBusy(true);
    try {
      await download(`${path}?${toAddress({ ...query, locale })}`, fallbackName);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={save}>
      {label ?? say({ zh: '导出', en: 'Export' })}
    </Button>
  );
}

type Props = {
  model: Model;
  filters: CrudFilter[];
  sorters: CrudSort[];
  search: string;
  waiting: string | undefined;
};

/** Saves all rows of the list as a workbook, with the same filters and order as on the screen. */
export function ExportButton({ model, filters, sorters, search, waiting }: Props) {
  if (!model.may.export) return null;
  const { pagination: _all, ...query } = toListQuery({ filters, sorters }, { search, waiting });
  return <DownloadButton path={`/${model.path}/export`} query={query} fallbackName={`${model.path}.xlsx`} />;
}
