import { isRevocable, MOST_TOKENS, TOKEN_STANDING_WORDS, type TokenStanding } from '@jiedui/shared/consumer';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { Tag, type Tone } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { PATH, type Token } from './consumer-data';
import { NewToken } from './new-token';

const TONES: Record<TokenStanding, Tone> = { live: 'green', expired: 'amber', revoked: 'neutral' };

const words = {
  title: { zh: '令牌', en: 'Tokens' },
  make: { zh: '生成令牌', en: 'Make a token' },
  advice: {
    zh: `更换令牌时先生成新的,对方换好后再停用旧的。最多 ${MOST_TOKENS} 个同时有效。`,
    en: `To change a token, make the new one first and revoke the old one afterwards. At most ${MOST_TOKENS} at once.`,
  },
  none: {
    zh: '还没有令牌。生成后交给对方的技术人员。',
    en: 'There is none yet. Make one and hand it over.',
  },
  hint: { zh: '尾号', en: 'ends in' },
  made: { zh: '生成', en: 'made' },
  used: { zh: '最近使用', en: 'last used' },
  unused: { zh: '尚未使用', en: 'never used' },
  until: { zh: '有效期至', en: 'until' },
  revoke: { zh: '停用', en: 'Revoke' },
  ask: {
    zh: '停用后,用这个令牌的程序立即取不到稿件,不能恢复。',
    en: 'Programs that use it get no stories from now on; it cannot be undone.',
  },
  revoked: { zh: '已停用。', en: 'Revoked.' },
};

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: (() => Promise<void>) | null }) {
  const { say } = useWords();
  const facts = [
    `${say(words.made)} ${formatInstant(token.madeAt)} ${token.madeBy}`,
    token.usedAt ? `${say(words.used)} ${formatInstant(token.usedAt)}` : say(words.unused),
    ...(token.expiresOn ? [`${say(words.until)} ${token.expiresOn}`] : []),
  ];
  return (
    <li>
      <div>
        <div>
          {say(words.hint)} <code>{token.hint}</code>{' '}
          <Tag tone={TONES[token.standing]}>{say(TOKEN_STANDING_WORDS[token.standing])}</Tag>
        </div>
        <div className="muted">{facts.join(' · ')}</div>
      </div>
      {onRevoke && isRevocable(token.standing) && (
        <Popconfirm
          title={say(words.ask)}
          okText={say(words.revoke)}
          okButtonProps={{ danger: true }}
          onConfirm={onRevoke}
        >
          <Button danger size="small">
            {say(words.revoke)}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

/** What a consumer shows itself with: made, listed by the last characters, and revoked. */
export function Tokens({ consumer, editable }: { consumer: string; editable: boolean }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const address = `/${PATH}/${consumer}/tokens`;
  const { data: tokens, error, refetch } = useRead<Token[]>(address);
  const [making, setMaking] = useState(false);

  const revoke = async (id: number) => {
    try {
      await http.delete(`${address}/${id}`);
      message.success(say(words.revoked));
    } catch (problem) {
      // Somebody who has revoked it in another window has what they want.
      if (toApiError(problem).statusCode !== 404) message.error(say(errorWords(problem)));
    }
    refetch();
  };

  return (
    <section className="panel" aria-label={say(words.title)}>
      <div className="consumer-tokens-head">
        <h2>{say(words.title)}</h2>
        {editable && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {say(words.make)}
          </Button>
        )}
      </div>
      <p className="muted">{say(words.advice)}</p>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {tokens?.length === 0 && <p>{say(words.none)}</p>}
      <ul className="consumer-tokens">
        {tokens?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={editable ? () => revoke(token.id) : null} />
        ))}
      </ul>
      {making && (
        <NewToken
          address={address}
          onMade={refetch}
          onClose={() => {
            setMaking(false);
            refetch();
          }}
        />
      )}
    </section>
  );
}
