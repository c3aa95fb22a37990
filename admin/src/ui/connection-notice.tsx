import type { Words } from '@jiedui/shared/text';
import { Alert } from 'antd';
import { useWords } from '../providers/i18n';

/** The groups of units that no common evaluator connects, and what would join them. */
export type Connection = { groups: string[][]; advice: Words | null };

const NAMED = 5;

/** Says that the units of a round fall into groups, and the way out. */
export function ConnectionNotice({ groups, advice }: Connection) {
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
