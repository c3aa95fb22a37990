import type { Disagreement, SpreadEnd } from '@jiedui/shared/reliability';
import { acceptsScores, UNSETTLED_TALK_STATES } from '@jiedui/shared/round';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAccess } from '../../../providers/access';
import { useWords } from '../../../providers/i18n';
import { useSession } from '../../../providers/session';
import { StateTag } from '../../../ui/field/tags';
import { ErrorNotice } from '../../../ui/notices';
import { useRead } from '../../../ui/use-read';
import { TalkDialog } from './talk-dialog';
import { type Ready, shownNumber } from './trust-data';

const words = {
  title: { zh: '分歧较大的评分', en: 'Disagreements' },
  none: { zh: '没有超过界限的分歧。', en: 'None above the threshold.' },
  unit: { zh: '单位', en: 'Unit' },
  dimension: { zh: '维度', en: 'Dimension' },
  total: { zh: '总分', en: 'Total' },
  spread: { zh: '相差', en: 'Spread' },
  lowest: { zh: '最低', en: 'Lowest' },
  highest: { zh: '最高', en: 'Highest' },
  talk: { zh: '会商', en: 'Talk' },
  begin: { zh: '发起会商', en: 'Begin a talk' },
  all: { zh: '全部会商', en: 'All talks' },
};

const PAGE = 20;

type Talk = { documentId: string; code: string; state: string; unit: { documentId: string } };

/** The talks of a round that still go on, by the unit. */
function useTalks(round: string) {
  const { data, error, refetch } = useRead<Talk[]>('/moderations', {
    filters: { round: { documentId: { $eq: round } }, state: { $in: UNSETTLED_TALK_STATES } },
    fields: ['code', 'state'],
    populate: { unit: { fields: ['name'] } },
    pagination: { page: 1, pageSize: 100 },
  });
  const talks = new Map<string, Talk[]>();
  for (const talk of data ?? [])
    talks.set(talk.unit.documentId, [...(talks.get(talk.unit.documentId) ?? []), talk]);
  return { talks, error: data ? null : error, refetch };
}

/** Where evaluators are furthest apart, for them to talk about: the office opens the talk from here. */
export function Disagreements({ trust, units, raters, round }: Ready & { round: string }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { rounds } = useSession();
  const { talks, error, refetch } = useTalks(round);
  const [about, setAbout] = useState<{ unit: string; code: string | null } | null>(null);
  const open = acceptsScores(rounds.find(({ documentId }) => documentId === round)?.state);
  // Whoever does not see what is talked about already would begin the same talk again.
  const begins = open && !error && may('create', 'moderations');
  const { disagreements: found, threshold, dimensions } = trust;
  const names = new Map(dimensions.map(({ code, name }) => [code, name]));
  const end = ({ value, raters: who }: SpreadEnd) =>
    `${shownNumber(value)} · ${who.map((rater) => raters[rater] ?? '–').join('、')}`;
  const talkedAbout = (unit: string) => (talks.get(unit) ?? []).map(({ code }) => code);
  const columns: TableColumnsType<Disagreement> = [
    { key: 'unit', title: say(words.unit), render: (_, { unit }) => units[unit] ?? '–' },
    {
      key: 'dimension',
      title: say(words.dimension),
      width: 160,
      render: (_, { dimension }) => (dimension === null ? say(words.total) : names.get(dimension)),
    },
    {
      key: 'spread',
      title: say(words.spread),
      align: 'right',
      width: 140,
      render: (_, { spread, percent }) => `${shownNumber(spread)} (${percent.toFixed(0)}%)`,
    },
    { key: 'lowest', title: say(words.lowest), width: 200, render: (_, { lowest }) => end(lowest) },
    { key: 'highest', title: say(words.highest), width: 200, render: (_, { highest }) => end(highest) },
    {
      key: 'talk',
      title: say(words.talk),
      width: 150,
      render: (_, { unit, dimension }) => (
        <>
          {(talks.get(unit) ?? []).map(({ documentId, code, state }) => (
            <Link key={documentId} to={`/moderations/${documentId}`}>
              {code} <StateTag resource="moderation" state={state} />
            </Link>
          ))}
          {/* Another talk about the same would be refused. */}
          {begins && !talkedAbout(unit).includes(dimension ?? '') && (
            <Button size="small" onClick={() => setAbout({ unit, code: dimension })}>
              {say(words.begin)}
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <section className="panel trust-panel" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{found.length}</span>
      </h2>
      <p className="muted">
        {say({
          zh: `最高与最低相差超过满分的 ${threshold}%,建议会商。`,
          en: `Further apart than ${threshold} % of the points: worth a talk.`,
        })}
      </p>
      {error && <ErrorNotice error={error} onRetry={refetch} of={say(words.all)} />}
      {found.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <Table
          size="small"
          rowKey={({ unit, dimension }) => `${unit} ${dimension}`}
          columns={columns}
          dataSource={found}
          pagination={found.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
          scroll={{ x: 1010 }}
        />
      )}
      <p>
        <Link className="link-in-text" to={`/moderations?round=${round}`}>
          {say(words.all)}
        </Link>
      </p>
      {about && (
        <TalkDialog
          {...about}
          taken={talkedAbout(about.unit)}
          round={round}
          threshold={threshold}
          onClose={() => setAbout(null)}
        />
      )}
    </section>
  );
}
