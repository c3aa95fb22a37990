import type { Words } from '@jiedui/shared/text';
import { Alert } from 'antd';
import { useWords } from '../providers/i18n';

/** The groups of units that no common evaluator connects, what would join them, and who could replace the recused. */
export type Connection = { groups: string[][]; advice: Words | null; replacements: Words | null };

const NAMED = 5;

/** Says that the units of a round fall into groups or lack evaluators, and the way out; nothing where all is well. */
export function ConnectionNotice({ groups, advice, replacements }: Connection) {
  const { say } = useWords();
  return (
    <>
      {groups.length > 1 && <Apart groups={groups} advice={advice} />}
      {replacements && <Alert type="warning" showIcon message={say(replacements)} />}
    </>
  );
}

function Apart({ groups, advice }: Pick<Connection, 'groups' | 'advice'>) {
  const { say } = useWords();
  const parts = groups.map((units) => units.slice(0, NAMED).join('、') + (units.length > NAMED ? '…' : ''));
  return (
    <Alert
      type="error"
      showIcon
      message={say({
        zh: `单位分成 ${groups.length} 组,各组之间不能比较:${parts.join(' | ')}`,
        en: `${groups.length} groups that cannot be compared: ${parts.join(' | ')}`,
      })}
      description={
        advice
          ? say(advice)
          : say({ zh: '受回避限制,现有测评员无法把它们连起来。', en: 'Recusals leave no way to join them.' })
      }
    />
  );
}
