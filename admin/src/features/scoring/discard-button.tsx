import { App, Button } from 'antd';
import { useWords } from '../../providers/i18n';
import { discardDraft } from './draft';
import { note } from './outcomes';

const words = {
  discard: { zh: '丢弃', en: 'Discard' },
  sure: { zh: '丢弃本机的修改?', en: 'Discard the edits on this device?' },
  after: { zh: '丢弃后不能找回。', en: 'They cannot be brought back.' },
};

/** Gives up the edits of a sheet that are on this device, after asking. */
export function DiscardButton({ account, sheet }: { account: string; sheet: string }) {
  const { say } = useWords();
  const { modal } = App.useApp();
  const ask = () =>
    modal.confirm({
      title: say(words.sure),
      content: say(words.after),
      okText: say(words.discard),
      okButtonProps: { danger: true },
      onOk: () => {
        discardDraft(account, sheet);
        note(sheet, null);
      },
    });
  return <Button onClick={ask}>{say(words.discard)}</Button>;
}
