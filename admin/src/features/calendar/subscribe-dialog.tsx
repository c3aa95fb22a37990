import { FEED_KIND_WORDS, FEED_KINDS, type FeedKind } from '@jiedui/shared/activity';
import { App, Button, Form, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { placeErrors } from '../../ui/forms/place-errors';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { FeedAddress } from './feed-address';

type Feed = { id: number; kind: FeedKind; ofName: string | null; createdAt: string; usedAt: string | null };
type Values = { kind: FeedKind; of?: string | null };

const TARGET: Partial<Record<FeedKind, string>> = {
  station: 'stations',
  unit: 'units',
  category: 'categories',
};

const words = {
  title: { zh: '订阅日历', en: 'Subscribe to the calendar' },
  intro: {
    zh: '把活动放进手机或电脑的日历,以后自动更新(前一个月至后六个月)。',
    en: 'See the activities in the calendar of your phone or computer, kept up to date.',
  },
  what: { zh: '内容', en: 'What' },
  needed: { zh: '请选择。', en: 'Please choose.' },
  make: { zh: '生成订阅地址', en: 'Make an address' },
  existing: { zh: '正在使用的地址', en: 'Addresses in use' },
  none: { zh: '还没有订阅地址。', en: 'No address yet.' },
  made: { zh: '生成于', en: 'Made' },
  used: { zh: '最近读取', en: 'last asked' },
  unused: { zh: '尚未读取', en: 'never asked' },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeAsk: {
    zh: '停用后,用这个地址订阅的日历不再更新,不能恢复。',
    en: 'Calendars that use this address stop; it cannot be undone.',
  },
  revoked: { zh: '已停用。', en: 'Revoked.' },
};

function FeedForm({ onMade }: { onMade: (token: string) => void }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const activityModel = useModel('activities');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const kind = Form.useWatch('kind', form) ?? 'mine';
  const target = TARGET[kind];

  const make = async ({ kind: chosen, of }: Values) => {
    setBusy(true);
    try {
      const data = TARGET[chosen] ? { kind: chosen, of } : { kind: chosen };
      const answer = await http.post<{ data: { token: string } }>('/calendar/feeds', { data });
      onMade(answer.data.data.token);
    } catch (problem) {
      const rest = placeErrors(form, problem, locale);
      if (rest) message.error(rest);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form form={form} layout="vertical" initialValues={{ kind: 'mine' }} onFinish={make}>
      <Form.Item name="kind" label={say(words.what)}>
        <Select
          options={FEED_KINDS.map((value) => ({ value, label: say(FEED_KIND_WORDS[value]) }))}
          onChange={() => form.setFieldValue('of', null)}
        />
      </Form.Item>
      {target && (
        <Form.Item
          name="of"
          label={say(labelOf(activityModel, kind))}
          rules={[{ required: true, message: say(words.needed) }]}
        >
          <RelationSelect target={target} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {say(words.make)}
      </Button>
    </Form>
  );
}

function FeedRow({ feed, onRevoked }: { feed: Feed; onRevoked: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const revoke = async () => {
    try {
      await http.delete(`/calendar/feeds/${feed.id}`);
      message.success(say(words.revoked));
    } catch (problem) {
      // Somebody who has revoked it in another window has what they want.
      if (toApiError(problem).statusCode !== 404) message.error(toApiError(problem).message);
    }
    onRevoked();
  };
  return (
    <li>
      <div>
        <div>{feed.ofName ?? say(FEED_KIND_WORDS[feed.kind])}</div>
        <div className="muted">
          {say(words.made)} {formatInstant(feed.createdAt)} ·{' '}
          {feed.usedAt ? `${say(words.used)} ${formatInstant(feed.usedAt)}` : say(words.unused)}
        </div>
      </div>
      <Popconfirm
        title={say(words.revokeAsk)}
        okText={say(words.revoke)}
        okButtonProps={{ danger: true }}
        onConfirm={revoke}
      >
        <Button danger size="small">
          {say(words.revoke)}
        </Button>
      </Popconfirm>
    </li>
  );
}

/** The addresses at which one's calendar is subscribed to: make, copy and revoke them. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { data: feeds, error, refetch } = useRead<Feed[]>('/calendar/feeds');
  const [token, setToken] = useState<string | null>(null);
  const made = (fresh: string) => {
    setToken(fresh);
    refetch();
  };
  return (
    <Modal open title={say(words.title)} footer={null} onCancel={onClose}>
      <p>{say(words.intro)}</p>
      {token ? <FeedAddress token={token} /> : <FeedForm onMade={made} />}
      <h3 className="feeds-title">{say(words.existing)}</h3>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {feeds?.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul className="feeds">
        {feeds?.map((feed) => (
          <FeedRow key={feed.id} feed={feed} onRevoked={refetch} />
        ))}
      </ul>
    </Modal>
  );
}
