import { App, Button } from 'antd';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ShownOnce } from '../../ui/shown-once';
import { PATH, type Standing } from './webhook-data';

const words = {
  title: { zh: '签名密钥', en: 'Secret' },
  none: { zh: '还没有密钥。生成后才开始推送。', en: 'There is none yet. It is told nothing before.' },
  madeAt: { zh: '生成于', en: 'Made' },
  former: { zh: '旧密钥同时有效至', en: 'The former one holds until' },
  make: { zh: '生成密钥', en: 'Make the secret' },
  change: { zh: '更换密钥', en: 'Change the secret' },
  ask: {
    zh: '生成新密钥后,旧密钥在 24 小时内同时有效,请对方在此期间换上新的。',
    en: 'The former secret holds for another 24 hours; the receiver should take the new one until then.',
  },
  shown: { zh: '新密钥(只显示这一次)', en: 'New secret (shown only now)' },
  once: {
    zh: '请现在复制并安全地交给对方的技术人员,关闭后无法再次查看。对方用它核对消息确实来自本系统。',
    en: 'Copy it now and hand it over safely: it cannot be shown again. With it the receiver checks who sends.',
  },
  secret: { zh: '密钥', en: 'Secret' },
};

type Props = { webhook: string; standing: Standing; editable: boolean; onMade: () => void };

/** What signs the messages: made here, shown once, changed without a gap. */
export function Secret({ webhook, standing, editable, onMade }: Props) {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const make = async () => {
    setBusy(true);
    try {
      const { data } = await http.post<{ data: { secret: string } }>(`/${PATH}/${webhook}/secret`, {
        data: {},
      });
      setSecret(data.data.secret);
    } catch (problem) {
      message.error(say(errorWords(problem)));
    } finally {
      setBusy(false);
    }
  };
  const begin = () => {
    if (!standing.secretAt) return void make();
    modal.confirm({
      title: say(words.change),
      content: say(words.ask),
      okText: say(words.change),
      onOk: make,
    });
  };
  const close = () => {
    setSecret(null);
    onMade();
  };
  const isFormerValid = standing.formerUntil !== null && Date.parse(standing.formerUntil) > Date.now();

  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p>
        {standing.secretAt ? `${say(words.madeAt)} ${formatInstant(standing.secretAt)}` : say(words.none)}
        {isFormerValid && (
          <span className="muted">{` · ${say(words.former)} ${formatInstant(standing.formerUntil)}`}</span>
        )}
      </p>
      {editable && (
        <Button type={standing.secretAt ? 'default' : 'primary'} loading={busy} onClick={begin}>
          {say(standing.secretAt ? words.change : words.make)}
        </Button>
      )}
      {secret && (
        <ShownOnce
          title={say(words.shown)}
          warning={say(words.once)}
          label={say(words.secret)}
          value={secret}
          onClose={close}
        />
      )}
    </section>
  );
}
