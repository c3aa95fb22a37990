import { useWords } from '../../providers/i18n';
import { formatInstant, formatNumber } from '../../ui/field/format';
import { Tag } from '../../ui/tone';
import type { Standing } from './webhook-data';

const words = {
  noSecret: { zh: '尚无密钥', en: 'No secret yet' },
  never: { zh: '尚未推送', en: 'Nothing sent yet' },
  received: { zh: '成功', en: 'Received' },
};

/** When it was last tried and what came of it. */
export function LastTry({ standing }: { standing: Standing | undefined }) {
  const { say } = useWords();
  if (!standing) return '…';
  if (!standing.secretAt) return <Tag tone="amber">{say(words.noSecret)}</Tag>;
  if (!standing.triedAt) return <span className="muted">{say(words.never)}</span>;
  const { failures } = standing;
  return (
    <>
      {formatInstant(standing.triedAt)}{' '}
      {standing.received ? (
        <Tag tone="green">{say(words.received)}</Tag>
      ) : (
        <Tag tone="red">{say({ zh: `连续失败 ${failures} 次`, en: `${failures} failures` })}</Tag>
      )}
    </>
  );
}

export function Waiting({ standing }: { standing: Standing | undefined }) {
  const { locale } = useWords();
  return formatNumber(standing?.waiting, locale) || '…';
}
