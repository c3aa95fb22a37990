import { App } from 'antd';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';

/** Runs one action at a time; a failure is said in words, and `run` then answers false. */
export function useAction() {
  const { say } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  async function run(work: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, run };
}
