import { CLASH_WORDS, type ClashReason } from '@jiedui/shared/activity';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { formatSpan } from '../../ui/field/format';
import { useRead } from '../../ui/use-read';
import './activities.css';

type Clash = {
  reasons: ClashReason[];
  activity: { documentId: string; title: string; startsAt: string; endsAt: string } | null;
};

/** What may clash, as far as it is known; parties by documentId. */
type ClashQuery = {
  startsAt: string;
  endsAt: string;
  unit?: string | undefined;
  station?: string | undefined;
  venue?: string | undefined;
  firstAidOfficer?: string | undefined;
  /** The activity itself, where it exists already. */
  except?: string | undefined;
};

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** What is asked of a record that is there already. */
export const clashQueryOf = (row: Row): ClashQuery => ({
  startsAt: String(row.startsAt),
  endsAt: String(row.endsAt),
  unit: asLinked(row.unit)?.documentId,
  station: asLinked(row.station)?.documentId,
  venue: text(row.venue),
  firstAidOfficer: text(row.firstAidOfficer),
  except: row.id,
});

const words = {
  title: { zh: '同一时间已有其他活动,请核对安排', en: 'Other activities at the same time: please check' },
  hidden: { zh: '另一场活动(不在您的范围内)', en: 'Another activity, outside your scope' },
};

/** Warns of activities that need the same room or person at the same time; it forbids nothing. */
export function ClashNotice({ query }: { query: ClashQuery }) {
  const { say } = useWords();
  const { data } = useRead<Clash[]>('/calendar/clashes', query, { keepPrevious: true });
  if (!data || data.length === 0) return null;
  const reasons = (clash: Clash) => clash.reasons.map((reason) => say(CLASH_WORDS[reason])).join('、');
  return (
    <Alert
      type="warning"
      showIcon
      className="clash-notice"
      message={say(words.title)}
      description={
        <ul className="clash-list">
          {data.map((clash, at) => (
            <li key={clash.activity?.documentId ?? at}>
              {clash.activity ? (
                <>
                  <Link className="link-in-text" to={`/activities/${clash.activity.documentId}`}>
                    {clash.activity.title}
                  </Link>{' '}
                  {formatSpan(clash.activity.startsAt, clash.activity.endsAt)}
                </>
              ) : (
                say(words.hidden)
              )}
              :{reasons(clash)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
