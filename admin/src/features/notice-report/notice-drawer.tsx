import { Drawer, Pagination, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Activity = {
  documentId: string;
  title: string;
  unit: string;
  startsAt: string;
  announcedAt: string | null;
};
type Meta = { pagination: { pageSize: number; total: number } };
type Props = { query: Record<string, string>; title: string; onClose: () => void };

const words = {
  starts: { zh: '开始', en: 'Starts' },
  announced: { zh: '发布', en: 'Announced' },
  never: { zh: '未发布', en: 'not announced' },
};

/** The activities behind one number of the report. */
export function NoticeDrawer({ query, title, onClose }: Props) {
  const { say } = useWords();
  const phone = usePhone();
  const [page, setPage] = useState(1);
  const { data, meta, error, refetch } = useRead<Activity[], Meta>(
    '/notice-report/activities',
    { ...query, page },
    { keepPrevious: true },
  );
  const { total = 0, pageSize = 25 } = meta?.pagination ?? {};
  return (
    <Drawer open title={title} width={phone ? '100%' : 520} onClose={onClose}>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      <ul className="notice-activities">
        {data?.map((activity) => (
          <li key={activity.documentId}>
            <Link to={`/activities/${activity.documentId}`}>{activity.title}</Link>
            <div>{activity.unit}</div>
            <div className="muted">
              {say(words.starts)} {formatInstant(activity.startsAt)} · {say(words.announced)}{' '}
              {formatInstant(activity.announcedAt) || say(words.never)}
            </div>
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          size="small"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </Drawer>
  );
}
