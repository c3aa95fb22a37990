import { Button, Popconfirm } from 'antd';
import { useWords } from '../../providers/i18n';

const words = {
  discard: { zh: '放弃修改', en: 'Discard' },
  sure: {
    zh: '放弃这台设备上未保存的修改?放弃后不能恢复。',
    en: 'Discard the unsaved changes on this device? They cannot be brought back.',
  },
  keep: { zh: '继续保留', en: 'Keep them' },
};

type Props = { onDiscard: () => void; size?: 'small'; disabled?: boolean };

/** Gives up what was typed and not saved, after a question. */
export function DiscardButton({ onDiscard, size, disabled = false }: Props) {
  const { say } = useWords();
  return (
    <Popconfirm
      title={say(words.sure)}
      okText={say(words.discard)}
      okButtonProps={{ danger: true }}
      cancelText={say(words.keep)}
      disabled={disabled}
      onConfirm={onDiscard}
    >
      <Button danger disabled={disabled} {...(size ? { size } : {})}>
        {say(words.discard)}
      </Button>
    </Popconfirm>
  );
}
