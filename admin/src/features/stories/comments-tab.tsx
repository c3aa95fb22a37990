import { scopeOf } from '@jiedui/shared/access';
import { useList } from '@refinedev/core';
import { App, Button, Checkbox, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { MAX_PAGE } from '../../providers/data-query';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { keepText, sentText, useKeptText } from '../../ui/draft/kept-text';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { useWrites } from '../../ui/use-writes';

/** More than anybody says of one story. */
const MOST = 1000;

const words = {
  label: { zh: '写意见', en: 'Comment' },
  add: { zh: '提交意见', en: 'Send' },
  none: { zh: '还没有意见。', en: 'No comments yet.' },
  allDone: { zh: '没有待处理的意见。', en: 'None is open.' },
  open: { zh: '待处理', en: 'Open' },
  done: { zh: '已处理', en: 'Dealt with' },
  resolve: { zh: '标为已处理', en: 'Mark as dealt with' },
  reopen: { zh: '标为待处理', en: 'Open again' },
  onlyOpen: { zh: '只看待处理', en: 'Only open ones' },
  more: { zh: `只显示最近 ${MOST} 条。`, en: `Only the latest ${MOST}.` },
};

function useComments(story: string) {
  const { query } = useList<Row>({
    resource: 'story-comments',
    filters: [{ field: 'story.documentId', operator: 'eq', value: story }],
    sorters: [{ field: 'createdAt', order: 'desc' }],
    pagination: { currentPage: 1, pageSize: MAX_PAGE },
    meta: { fields: ['text', 'resolved', 'rev', 'createdAt'], populate: ['writer'], whole: MOST },
    errorNotification: false,
  });
  return {
    comments: query.data?.data,
    total: query.data?.total ?? 0,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}

function Comment({ row }: { row: Row }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { actor } = useSession();
  const { role } = useAccess();
  const { update } = useWrites('story-comments');
  const writer = asLinked(row.writer);
  const mine = writer?.documentId === actor.documentId;
  const ofAll = scopeOf(role, 'update', 'story-comment') === 'all';
  const resolved = row.resolved === true;
  const turn = () =>
    update(row, { resolved: !resolved }).catch((error: unknown) => {
      message.error(say(errorWords(error)));
    });
  return (
    <li className={resolved ? 'comment comment-done' : 'comment'}>
      <div className="consent-head">
        <strong>{linkedName(writer, 'displayName')}</strong>
        <time className="muted" dateTime={String(row.createdAt)}>
          {formatInstant(row.createdAt)}
        </time>
        <Tag tone={resolved ? 'green' : 'amber'}>{say(resolved ? words.done : words.open)}</Tag>
      </div>
      <p className="comment-text">{String(row.text)}</p>
      {(mine || ofAll) && (
        <Button size="small" className="no-print" onClick={() => void turn()}>
          {say(resolved ? words.reopen : words.resolve)}
        </Button>
      )}
    </li>
  );
}

function NewComment({ story }: { story: Row }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const model = useModel('story-comments');
  const { create } = useWrites('story-comments');
  const key = `${useSession().actor.documentId}|comment|${story.id}`;
  const text = useKeptText(key);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await create({ story: story.id, text: text.trim() });
      sentText(key, text);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="comment-new no-print">
      <Input.TextArea
        aria-label={say(words.label)}
        placeholder={say(words.label)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        showCount
        maxLength={Number(model.fields.text?.attribute.maxLength ?? 2000)}
        value={text}
        onChange={({ target }) => keepText(key, target.value)}
      />
      <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
        {say(words.add)}
      </Button>
    </div>
  );
}

/** What people say of a story while it is made; the newest first. */
export function CommentsTab({ row }: { row: Row }) {
  const { say } = useWords();
  const { may } = useAccess();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const { comments, total, error, refetch } = useComments(row.id);
  const notice = error ? <ErrorNotice error={error} onRetry={refetch} /> : null;
  if (!comments) return notice ?? <Skeleton active />;
  const shown = comments.filter(({ resolved }) => !onlyOpen || resolved !== true);
  return (
    <section className="panel">
      {notice}
      {may('create', 'story-comments') && <NewComment story={row} />}
      {comments.some(({ resolved }) => resolved === true) && (
        <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
          {say(words.onlyOpen)}
        </Checkbox>
      )}
      {shown.length === 0 && (
        <p className="muted">{say(comments.length === 0 ? words.none : words.allDone)}</p>
      )}
      <ul className="comments">
        {shown.map((one) => (
          <Comment key={one.id} row={one} />
        ))}
      </ul>
      {total > MOST && <p className="muted">{say(words.more)}</p>}
    </section>
  );
}
