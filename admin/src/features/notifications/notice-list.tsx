import { NOTICE_KIND_WORDS, type NoticeKind } from '@jiedui/shared/notification';
import type { Words } from '@jiedui/shared/text';
import { App, Button, Empty, Skeleton } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { type ApiError, errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { setUnread, useUnread } from '../../providers/live';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { Tag, type Tone } from '../../ui/tone';
import './notices.css';

type Notice = {
  id: number;
  kind: NoticeKind;
  title: Words;
  detail: Words;
  link: string;
  toldAt: string;
  read: boolean;
};
type Page = { data: Notice[]; meta: { more: boolean; unread: number } };

const TONES: Record<NoticeKind, Tone> = {
  returned: 'red',
  overdue: 'red',
  dueSoon: 'amber',
  gateOpen: 'blue',
  evaluation: 'blue',
  story: 'blue',
  webhook: 'red',
};

const words = {
  none: {
    zh: '没有通知。到期、退回等事项会在这里提醒您。',
    en: 'No notices. What is due or returned appears here.',
  },
  all: { zh: '全部标为已读', en: 'Mark all as read' },
  more: { zh: '更早的通知', en: 'Earlier' },
  unread: { zh: '未读', en: 'Unread' },
};

/** The account's notices, newest first, page by page; read again when the server tells of a new one. */
function useNotices() {
  const [pages, setPages] = useState<Page[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const unread = useUnread();
  const read = useCallback(async (before?: number) => {
    try {
      const { data } = await http.get<Page>('/notifications', { params: { before } });
      setUnread(data.meta.unread);
      setPages((known) => (before === undefined ? [data] : [...known, data]));
      setError(null);
    } catch (problem) {
      setError(toApiError(problem));
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of unread ones is what tells of a change
  useEffect(() => void read(), [read, unread]);
  const notices = pages.flatMap(({ data }) => data);
  return { notices, loaded: pages.length > 0, more: pages.at(-1)?.meta.more ?? false, error, read, unread };
}

export function NoticeList() {
  const { say } = useWords();
  const { message } = App.useApp();
  const { notices, loaded, more, error, read, unread } = useNotices();
  const [first] = notices;

  const mark = async (data: { id: number } | { upTo: number }) => {
    try {
      const answer = await http.post<{ data: { unread: number } }>('/notifications/read', { data });
      setUnread(answer.data.data.unread);
    } catch (problem) {
      message.error(say(errorWords(problem)));
    }
  };

  if (error && !loaded) return <ErrorNotice error={error} onRetry={() => void read()} />;
  if (!loaded) return <Skeleton active title={false} />;
  if (!first) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.none)} />;
  return (
    <>
      <div className="notices-actions">
        <Button size="small" disabled={unread === 0} onClick={() => void mark({ upTo: first.id })}>
          {say(words.all)}
        </Button>
      </div>
      <ul className="notices">
        {notices.map((notice) => (
          <li key={notice.id} className={notice.read ? 'notice' : 'notice notice-unread'}>
            <Tag tone={TONES[notice.kind]}>{say(NOTICE_KIND_WORDS[notice.kind])}</Tag>
            <div className="notice-text">
              <Link to={notice.link} onClick={() => !notice.read && void mark({ id: notice.id })}>
                {say(notice.title)}
              </Link>
              {!notice.read && <span className="visually-hidden">{say(words.unread)}</span>}
              <div className="muted">{say(notice.detail)}</div>
            </div>
            <time className="muted">{formatInstant(notice.toldAt)}</time>
          </li>
        ))}
      </ul>
      {more && <Button onClick={() => void read(notices.at(-1)?.id)}>{say(words.more)}</Button>}
    </>
  );
}
