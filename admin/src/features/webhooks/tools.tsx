import { type Delivery, isReceived, isTold, MOST_REPLAYED } from '@jiedui/shared/webhook';
import { App, Button, DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { outcomeWords } from './outcome';
import { PATH, type Standing } from './webhook-data';

type Replayed = { replayed: number; more: boolean; until: string | null };

const words = {
  title: { zh: '测试和补发', en: 'Test and replay' },
  test: { zh: '发送测试消息', en: 'Send a test' },
  replay: { zh: '补发…', en: 'Replay…' },
  missed: { zh: '补发停用期间的稿件', en: 'Replay what was missed' },
  missedHint: {
    zh: '停用期间有稿件变动没有通知对方。',
    en: 'Stories changed while it was disabled.',
  },
  since: { zh: '从什么时间起补发', en: 'Replay since' },
  sinceHint: {
    zh: `把此后有变动的稿件按先后次序再通知一遍,只通知现在的状态。一次最多 ${MOST_REPLAYED} 篇。`,
    en: `Tells anew, in their order, how the stories stand that have changed since; ${MOST_REPLAYED} at a time.`,
  },
  send: { zh: '补发', en: 'Replay' },
  disabled: { zh: '启用后才能补发。', en: 'Enable it to replay.' },
};

type Props = { row: Row; standing: Standing; onDone: () => void };

/** Whether the receiver answers, and what it is told once more. */
export function Tools({ row, standing, onDone }: Props) {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState<'test' | 'replay' | null>(null);
  const [asking, setAsking] = useState(false);
  const [since, setSince] = useState<Dayjs | null>(() => dayjs().subtract(1, 'day'));
  const active = isTold(row.state);

  const act = async (name: 'test' | 'replay', work: () => Promise<void>) => {
    setBusy(name);
    try {
      await work();
      onDone();
    } catch (problem) {
      message.error(say(errorWords(problem)));
    } finally {
      setBusy(null);
    }
  };
  const test = () =>
    act('test', async () => {
      const { data } = await http.post<{ data: Delivery }>(`/${PATH}/${row.id}/test`, { data: {} });
      const { state, failure } = data.data;
      const text = say(outcomeWords(data.data));
      if (isReceived(state)) message.success(text);
      else modal.error({ title: text, content: failure ? data.data.answer : null });
    });
  const replay = (input: object) =>
    act('replay', async () => {
      const { data } = await http.post<{ data: Replayed }>(`/${PATH}/${row.id}/replay`, { data: input });
      const { replayed, more } = data.data;
      const rest = more
        ? { zh: '还有更多,请再次补发。', en: 'There are more: replay again.' }
        : { zh: '', en: '' };
      message.success(say({ zh: `已列入 ${replayed} 篇。${rest.zh}`, en: `${replayed} queued. ${rest.en}` }));
      setAsking(false);
    });

  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {standing.missed && <p>{say(words.missedHint)}</p>}
      {!active && <p className="muted">{say(words.disabled)}</p>}
      <div className="steps">
        <Button loading={busy === 'test'} disabled={!standing.secretAt} onClick={() => void test()}>
          {say(words.test)}
        </Button>
        {standing.missed && active && (
          <Button type="primary" loading={busy === 'replay'} onClick={() => void replay({ missed: true })}>
            {say(words.missed)}
          </Button>
        )}
        <Button disabled={!active || !standing.secretAt} onClick={() => setAsking(true)}>
          {say(words.replay)}
        </Button>
      </div>
      <Modal
        open={asking}
        title={say(words.since)}
        okText={say(words.send)}
        okButtonProps={{ disabled: !since, loading: busy === 'replay' }}
        onOk={() => void replay({ since: since?.toISOString() })}
        onCancel={() => setAsking(false)}
      >
        <p className="muted">{say(words.sinceHint)}</p>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={since}
          onChange={setSince}
          aria-label={say(words.since)}
          style={{ width: '100%' }}
        />
      </Modal>
    </section>
  );
}
