import { App } from 'antd';
import { useState } from 'react';
import { loadModels } from '../../models/store';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { asRow } from '../../providers/row';
import { useWrites } from '../../ui/use-writes';
import type { WordRow } from './word-rows';

export type Typed = { zh: string; en: string; order: number | null; hidden: boolean };

/** The record behind a changed word; its revision is read only when it is needed. */
async function recordOf(key: string) {
  const query = new URLSearchParams({ 'filters[key][$eq]': key });
  const { data } = await http.get<{ data: unknown[] }>(`/words?${query}`);
  return asRow(data.data[0]);
}

/** Changes words and takes changes back. What is refused is said; each answers whether it was done. */
export function useWordWrites(done: () => void) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { create, update, remove } = useWrites('words');
  const [busy, setBusy] = useState(false);

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      // The menu and the lists of this tab follow at once.
      await loadModels();
      done();
      return true;
    } catch (thrown) {
      const [first] = toApiError(thrown).fieldErrors;
      message.error(first?.message || say(errorWords(thrown)));
      return false;
    } finally {
      setBusy(false);
    }
  }

  const save = ({ key }: WordRow, typed: Typed) =>
    run(async () => {
      const record = await recordOf(key);
      await (record ? update(record, typed) : create({ key, ...typed }));
    });
  const reset = ({ key }: WordRow) =>
    run(async () => {
      const record = await recordOf(key);
      if (record) await remove(record, () => undefined);
    });
  return { busy, save, reset };
}
