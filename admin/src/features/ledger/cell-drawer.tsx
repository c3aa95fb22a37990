import type { CadenceRule } from '@jiedui/shared/programme';
import type { Words } from '@jiedui/shared/text';
import { Drawer, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { Tag, type Tone } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { CELL_LOOK, type LedgerCell, type LedgerParty } from './ledger-data';

type Verdict = 'counts' | 'late' | 'state' | 'category';
type Activity = {
  documentId: string;
  title: string;
  day: string;
  state: string;
  category: string;
  reportedAt: string | null;
  verdict: Verdict;
};
type Exception = { reason: string; from: string; to: string };
type Content = { documentId: string; week: string; content: string };
type Detail = {
  rule: CadenceRule;
  cell: LedgerCell;
  exceptions: Exception[];
  contents: Content[];
  activities: Activity[];
};

const VERDICTS: Record<Verdict, { tone: Tone; words: Words }> = {
  counts: { tone: 'green', words: { zh: '计入', en: 'Counts' } },
  late: { tone: 'amber', words: { zh: '计入,逾期报送', en: 'Counts, reported late' } },
  state: { tone: 'neutral', words: { zh: '不计:状态未到', en: 'Does not count: its state' } },
  category: { tone: 'neutral', words: { zh: '不计:类别不符', en: 'Does not count: its category' } },
};

const words = {
  rule: { zh: '规则', en: 'Rule' },
  source: { zh: '依据', en: 'Source' },
  window: { zh: '时段', en: 'Window' },
  minimum: { zh: '至少', en: 'Minimum' },
  cutoff: { zh: '报送截止', en: 'Report by' },
  activities: { zh: '该时段的活动', en: 'Activities of the window' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  contents: { zh: '商定的每周内容', en: 'Weekly contents agreed' },
  none: { zh: '该时段没有活动。', en: 'No activity in this window.' },
};

type Props = { rule: CadenceRule; party: LedgerParty; cell: LedgerCell; title: string; onClose: () => void };

/** What a cell stands on: the rule, the window, and every activity with what it counted for. */
export function CellDrawer({ rule, party, cell, title, onClose }: Props) {
  const { say } = useWords();
  const query = { rule: rule.code, party: party.documentId, window: cell.no };
  const { data, error, refetch } = useRead<Detail>('/ledger/cell', query);
  const { tone, words: state } = CELL_LOOK[cell.state];
  return (
    <Drawer open title={title} onClose={onClose} width="min(560px, 100vw)">
      <p>
        <Tag tone={tone}>{say(state)}</Tag>
      </p>
      <dl className="facts">
        <Fact label={say(words.rule)}>{say(rule.words)}</Fact>
        <Fact label={say(words.source)}>{rule.source}</Fact>
        <Fact label={say(words.window)}>{`${cell.from} – ${cell.to}`}</Fact>
        <Fact label={say(words.minimum)}>{say({ zh: `${rule.minimum} 场`, en: String(rule.minimum) })}</Fact>
        {cell.cutoff && <Fact label={say(words.cutoff)}>{cell.cutoff}</Fact>}
      </dl>
      {data && data.exceptions.length > 0 && (
        <>
          <h3>{say(words.exceptions)}</h3>
          <ul className="ledger-activities">
            {data.exceptions.map(({ reason, from, to }) => (
              <li key={`${reason} ${from}`}>
                {reason} <span className="muted">{`${from} – ${to}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data && data.contents.length > 0 && (
        <>
          <h3>{say(words.contents)}</h3>
          <ul className="ledger-activities">
            {data.contents.map(({ documentId, week, content }) => (
              <li key={documentId}>
                <Link to={`/liaison-contents/${documentId}`}>
                  {say({ zh: `${week} 当周`, en: `Week of ${week}` })}
                </Link>
                <div>{content}</div>
                <Tag tone={VERDICTS.counts.tone}>{say(VERDICTS.counts.words)}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say(words.activities)}</h3>
      {error && !data && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data?.activities.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul className="ledger-activities">
        {data?.activities.map((activity) => (
          <li key={activity.documentId}>
            <div>
              <Link to={`/activities/${activity.documentId}`}>{activity.title}</Link>{' '}
              <StateTag resource="activity" state={activity.state} />
            </div>
            <div className="muted">
              {[activity.day, activity.category].join(' · ')}
              {activity.reportedAt &&
                ` · ${say({ zh: '报送于', en: 'reported' })} ${formatInstant(activity.reportedAt)}`}
            </div>
            <Tag tone={VERDICTS[activity.verdict].tone}>{say(VERDICTS[activity.verdict].words)}</Tag>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
