import type { Words } from '@jiedui/shared/text';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../providers/i18n';

type Rule = { code: string; words: Words };

type Props<R extends Rule> = {
  rules: readonly R[];
  line: (rule: R) => ReactNode;
  /** What removing one means; null for those who may change none. */
  sure: Words | null;
  onEdit: (rule: R) => void;
  onRemove: (rule: R) => void;
};

const words = {
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '移除', en: 'Remove' },
};

/** The rules of a programme, one below the other, each to change or remove. */
export function RuleLines<R extends Rule>({ rules, line, sure, onEdit, onRemove }: Props<R>) {
  const { say } = useWords();
  return (
    <dl className="programme-lines">
      {rules.map((rule) => (
        <div key={rule.code}>
          <dt>{say(rule.words)}</dt>
          <dd>
            {line(rule)}
            {sure && (
              <>
                <Button type="link" size="small" onClick={() => onEdit(rule)}>
                  {say(words.edit)}
                </Button>
                <Popconfirm title={say(sure)} onConfirm={() => onRemove(rule)}>
                  <Button type="link" size="small" danger>
                    {say(words.remove)}
                  </Button>
                </Popconfirm>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
