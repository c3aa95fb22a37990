import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import Markdown from '../field/markdown';

type Props = { id?: string; value?: string | null; onChange?: (value: string) => void; disabled?: boolean };

const words = {
  view: { zh: '显示方式', en: 'View' },
  write: { zh: '编辑', en: 'Write' },
  read: { zh: '预览', en: 'Preview' },
  empty: { zh: '没有内容。', en: 'Nothing to show.' },
};

/** A text in Markdown: written as it is, with a look at how it reads. */
export default function MarkdownInput({ id, value, onChange, disabled }: Props) {
  const { say } = useWords();
  const [view, setView] = useState<'write' | 'read'>('write');
  return (
    <>
      <Segmented
        size="small"
        className="input-view"
        aria-label={say(words.view)}
        value={view}
        onChange={setView}
        options={[
          { value: 'write', label: say(words.write) },
          { value: 'read', label: say(words.read) },
        ]}
      />
      {view === 'read' && (
        <div className="input-preview">
          {value ? <Markdown text={value} /> : <span className="muted">{say(words.empty)}</span>}
        </div>
      )}
      <Input.TextArea
        {...(id ? { id } : {})}
        hidden={view === 'read'}
        autoSize={{ minRows: 5, maxRows: 18 }}
        value={value ?? ''}
        disabled={disabled ?? false}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </>
  );
}
