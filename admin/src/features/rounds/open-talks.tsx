import { UNSETTLED_TALK_STATES } from '@jiedui/shared/round';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';

const TALKS = { zh: '未办结的会商', en: 'Talks that are not settled' };

/** Says before a round is closed that talks are still open: nothing is changed by them afterwards. */
export function OpenTalks({ round }: { round: string }) {
  const { say } = useWords();
  const { meta, error, refetch } = useRead<unknown[], { pagination: { total: number } }>('/moderations', {
    filters: { round: { documentId: { $eq: round } }, state: { $in: UNSETTLED_TALK_STATES } },
    fields: ['state'],
    pagination: { page: 1, pageSize: 1 },
  });
  if (error && !meta) return <ErrorNotice error={error} onRetry={refetch} of={say(TALKS)} />;
  const count = meta?.pagination.total ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="round-talks"
      message={say({
        zh: `还有 ${count} 件会商没有办结,截止评分后不能再改评。`,
        en: `${count} talks are not settled; once the round is closed nothing is changed by them.`,
      })}
      action={<Link to={`/moderations?round=${round}`}>{say({ zh: '查看', en: 'Show' })}</Link>}
    />
  );
}
