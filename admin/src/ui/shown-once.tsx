import { Alert, App, Button, Input, Modal, Space } from 'antd';
import { useWords } from '../providers/i18n';
import './shown-once.css';

const words = {
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  done: { zh: '已抄下', en: 'Noted' },
};

type Props = { title: string; warning: string; label: string; value: string; onClose: () => void };

/** Something secret that was just made and is never shown again: only whoever says to have noted it closes it. */
export function ShownOnce({ title, warning, label, value, onClose }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      // There is no clipboard for scripts on a page without https.
      await navigator.clipboard.writeText(value);
      message.success(say(words.copied));
    } catch {
      message.info(
        say({ zh: `请选中${label}后复制。`, en: `Select the ${label.toLowerCase()} and copy it.` }),
      );
    }
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      maskClosable={false}
      keyboard={false}
      okText={say(words.done)}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <Alert type="warning" showIcon message={warning} />
      <Space.Compact className="shown-once">
        <Input readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button type="primary" onClick={() => void copy()}>
          {say(words.copy)}
        </Button>
      </Space.Compact>
    </Modal>
  );
}
