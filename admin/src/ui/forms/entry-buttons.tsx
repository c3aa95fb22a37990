import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../providers/i18n';

const words = {
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  remove: { zh: '移除', en: 'Remove' },
};

type Props = {
  /** What the entry is called, for who cannot see which one the button stands at. */
  title: string;
  at: number;
  count: number;
  disabled: boolean;
  move: (from: number, to: number) => void;
  remove: (at: number) => void;
};

/** Moves an entry of a list up and down, and takes it away. */
export function EntryButtons({ title, at, count, disabled, move, remove }: Props) {
  const { say } = useWords();
  const button = (text: keyof typeof words, icon: ReactNode, off: boolean, act: () => void) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      disabled={disabled || off}
      aria-label={`${say(words[text])} ${title}`}
      onClick={act}
    />
  );
  return (
    <>
      {button('up', <ArrowUpOutlined />, at === 0, () => move(at, at - 1))}
      {button('down', <ArrowDownOutlined />, at === count - 1, () => move(at, at + 1))}
      {button('remove', <DeleteOutlined />, false, () => remove(at))}
    </>
  );
}
