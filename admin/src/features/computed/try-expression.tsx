import { Alert, Button } from 'antd';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';

export type Tried = {
  kind: 'number' | 'text' | 'flag';
  record: { documentId: string; title: string } | null;
  value: unknown;
};

const words = {
  check: { zh: '检查表达式', en: 'Check the expression' },
  empty: { zh: '(空)', en: '(empty)' },
  noRecord: {
    zh: '表达式正确。还没有记录可供试算。',
    en: 'The expression is right. There is no record to try it on.',
  },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
};

type Props = {
  /** What is typed at the moment. */
  read: () => { resource?: string; expression?: string; decimals?: number | null };
  onTried: (tried: Tried) => void;
};

/** Checks an expression and shows what it gives for the newest record, or where it is wrong. */
export function TryExpression({ read, onTried }: Props) {
  const { say } = useWords();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ type: 'success' | 'error'; text: string } | null>(null);

  const textOf = ({ record, value }: Tried): string => {
    if (!record) return say(words.noRecord);
    const plain =
      typeof value === 'boolean' ? say(value ? words.yes : words.no) : String(value ?? say(words.empty));
    return say({ zh: `“${record.title}”的结果:${plain}`, en: `For “${record.title}”: ${plain}` });
  };
  const check = async () => {
    setBusy(true);
    try {
      const { data } = await http.post<{ data: Tried }>('/computed-columns/try', { data: read() });
      onTried(data.data);
      setAnswer({ type: 'success', text: textOf(data.data) });
    } catch (thrown) {
      const error = toApiError(thrown);
      setAnswer({ type: 'error', text: error.fieldErrors[0]?.message || say(errorWords(thrown)) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="try-expression">
      <Button loading={busy} onClick={() => void check()}>
        {say(words.check)}
      </Button>
      {answer && <Alert type={answer.type} message={answer.text} showIcon />}
    </div>
  );
}
