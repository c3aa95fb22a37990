import { DownloadOutlined } from '@ant-design/icons';
import type { CrudFilter, CrudSort } from '@refinedev/core';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Path, useAccess } from '../../providers/access';
import { toAddress } from '../../providers/data';
import { toListQuery } from '../../providers/data-query';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';

type Props = { path: Path; filters: CrudFilter[]; sorters: CrudSort[]; search: string };

/** Saves all rows of the list as a workbook, with the same filters and order as on the screen. */
export function ExportButton({ path, filters, sorters, search }: Props) {
  const { say, locale } = useWords();
  const { has } = useAccess();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (!has('exportLists')) return null;

  const save = async () => {
    setBusy(true);
    try {
      const { pagination: _all, ...query } = toListQuery({ filters, sorters }, { search });
      await download(`/${path}/export?${toAddress({ ...query, locale })}`, `${path}.xlsx`);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={save}>
      {say({ zh: '导出', en: 'Export' })}
    </Button>
  );
}
