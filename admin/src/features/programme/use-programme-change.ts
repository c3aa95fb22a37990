import { App } from 'antd';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useWrites } from '../../ui/use-writes';

type Programme = { documentId: string; rev: number };

/** Changes the programme; answers whether it was written, and says why where it was not. */
export function useProgrammeChange({ documentId, rev }: Programme) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { update } = useWrites('programmes');
  const [busy, setBusy] = useState(false);
  const change = async (values: Record<string, unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await update({ id: documentId, rev }, values);
      return true;
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, change };
}
