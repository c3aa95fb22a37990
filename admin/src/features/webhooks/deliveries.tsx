import {
  DELIVERY_STATE_WORDS,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  EVENT_WORDS,
  isTold,
  isWaiting,
} from '@jiedui/shared/webhook';
import { App, Button, Pagination, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useModel } from '../../models/store';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice, Notice } from '../../ui/notices';
import { useEditable } from '../../ui/record/record-page';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { outcomeWords } from './outcome';
import { PATH, STATE_TONES } from './webhook-data';

type Meta = { pagination: { pageSize: number; total: number } };

const words = {
  title: { zh: '推送记录', en: 'Deliveries' },
  every: { zh: '全部状态', en: 'Every state' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '没有推送记录。', en: 'No deliveries.' },
  kept: { zh: '记录保留 90 天。', en: 'Deliveries are kept for 90 days.' },
  again: { zh: '补发', en: 'Send again' },
  now: { zh: '立即重试', en: 'Try now' },
  queued: { zh: '已列入推送。', en: 'Queued.' },
  replayed: { zh: '补发', en: 'Replayed' },
  answer: { zh: '对方的应答', en: 'Its answer' },
  next: { zh: '下次', en: 'Next' },
};

/** What was sent and what came of it, newest first. */
export function Deliveries({ row }: { row: Row }) {
  const { say } = useWords();
  const phone = usePhone();
  const [page, setPage] = useState(1);
  const [state, setState] = useState<DeliveryState | ''>('');
  const query = state ? { page, state } : { page };
  const { data, meta, error, refetch } = useRead<Delivery[], Meta>(`/${PATH}/${row.id}/deliveries`, query, {
    keepPrevious: true,
  });
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  return (
    <section className="panel" aria-label={say(words.title)}>
      <div className="webhook-filter">
        <Select
          aria-label={say(words.state)}
          value={state}
          onChange={(chosen) => {
            setState(chosen);
            setPage(1);
          }}
          options={[
            { value: '', label: say(words.every) },
            ...DELIVERY_STATES.map((value) => ({ value, label: say(DELIVERY_STATE_WORDS[value]) })),
          ]}
        />
        <span className="muted">{say(words.kept)}</span>
      </div>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data?.length === 0 && <Notice text={say(words.none)} />}
      <ul className="webhook-deliveries">
        {data?.map((delivery) => (
          <DeliveryRow key={delivery.id} row={row} delivery={delivery} onDone={refetch} />
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          size="small"
          simple={phone}
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  );
}

type RowProps = { row: Row; delivery: Delivery; onDone: () => void };

function DeliveryRow({ row, delivery, onDone }: RowProps) {
  const { say } = useWords();
  const { story, state, nextAt, tries } = delivery;
  const facts = [
    formatInstant(delivery.madeAt),
    say({ zh: `推送 ${tries} 次`, en: `${tries} tries` }),
    ...(delivery.triedAt ? [`${say(outcomeWords(delivery))}(${formatInstant(delivery.triedAt)})`] : []),
    ...(nextAt ? [`${say(words.next)} ${formatInstant(nextAt)}`] : []),
  ];
  return (
    <li>
      <div className="webhook-delivery">
        <div>
          <Tag tone={STATE_TONES[state]}>{say(DELIVERY_STATE_WORDS[state])}</Tag>{' '}
          <strong>{say(EVENT_WORDS[delivery.type])}</strong>{' '}
          {story && <Link to={`/stories/${story.documentId}`}>{story.title ?? story.documentId}</Link>}{' '}
          {delivery.replayed && <Tag>{say(words.replayed)}</Tag>}
        </div>
        <div className="muted">{facts.join(' · ')}</div>
        {delivery.answer && (
          <details>
            <summary>{say(words.answer)}</summary>
            <pre className="webhook-answer">{delivery.answer}</pre>
          </details>
        )}
      </div>
      {story && <Again row={row} delivery={delivery} onDone={onDone} />}
    </li>
  );
}

function Again({ row, delivery, onDone }: RowProps) {
  const { say } = useWords();
  const { message } = App.useApp();
  const editable = useEditable(useModel(PATH))(row);
  const [busy, setBusy] = useState(false);
  if (!editable || !isTold(row.state)) return null;
  const again = async () => {
    setBusy(true);
    try {
      await http.post(`/${PATH}/${row.id}/deliveries/${delivery.id}/replay`, { data: {} });
      message.success(say(words.queued));
      onDone();
    } catch (problem) {
      message.error(say(errorWords(problem)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void again()}>
      {say(isWaiting(delivery.state) ? words.now : words.again)}
    </Button>
  );
}
