import { Alert, Button, Input, Skeleton, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { ImportLink } from '../../ui/list/import-link';
import { NOTHING_YET } from '../../ui/list/record-table';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { EMPTY } from './station-list';
import { type Site, type SiteNode, toTree, withAncestors } from './tree';

const words = {
  search: { zh: '按名称搜索', en: 'Search by name' },
  caption: { zh: '文明实践阵地层级', en: 'Civic-practice sites as a tree' },
  name: { zh: '阵地名称', en: 'Name' },
  level: { zh: '级别', en: 'Level' },
  town: { zh: '所属镇', en: 'Town' },
  area: { zh: '创文区域', en: 'Civility area' },
  pairings: { zh: '结对数', en: 'Pairings' },
  activities: { zh: '活动数', en: 'Activities' },
  below: { zh: '(含下级)', en: ' (all below)' },
  open: { zh: '全部展开', en: 'Open all' },
  close: { zh: '全部收起', en: 'Close all' },
  none: { zh: '没有符合条件的阵地。', en: 'No site matches.' },
  cut: { zh: '阵地过多,只显示前 5000 个。', en: 'Too many sites; the first 5,000 are shown.' },
};

function useColumns(): TableColumnsType<SiteNode> {
  const { say } = useWords();
  const below = say(words.below);
  return [
    {
      key: 'name',
      title: say(words.name),
      render: (_value, site) => <Link to={`/stations/${site.documentId}`}>{site.name}</Link>,
    },
    {
      key: 'level',
      title: say(words.level),
      width: 90,
      render: (_value, site) => say(optionWords('station', 'level', site.level)),
    },
    { key: 'town', title: say(words.town), width: 140, render: (_value, site) => site.town?.name },
    {
      key: 'area',
      title: say(words.area),
      width: 110,
      render: (_value, site) => site.civilityArea && <Tag tone="blue">{say(words.area)}</Tag>,
    },
    {
      key: 'pairings',
      title: say(words.pairings) + below,
      align: 'right',
      width: 140,
      render: (_value, site) => site.allPairings,
    },
    {
      key: 'activities',
      title: say(words.activities) + below,
      align: 'right',
      width: 140,
      render: (_value, site) => site.allActivities,
    },
  ];
}

const idsWithChildren = (sites: readonly Site[]) => [
  ...new Set(sites.flatMap((site) => (site.parent ? [site.parent] : []))),
];

/** Centre, institutes and stations as the tree they are, with how much happens below each. */
export function StationTree() {
  const { say } = useWords();
  const { may } = useAccess();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const setSearch = (text: string) => {
    const next = new URLSearchParams(params);
    if (text) next.set('q', text);
    else next.delete('q');
    setParams(next, { replace: true });
  };
  const [opened, setOpened] = useState<readonly React.Key[] | null>(null);
  const columns = useColumns();
  const { data, meta, error, refetch } = useRead<Site[], { truncated?: boolean }>('/stations/tree');
  const shown = useMemo(() => withAncestors(data ?? [], search), [data, search]);
  const tree = useMemo(() => toTree(shown), [shown]);
  const parents = useMemo(() => idsWithChildren(shown), [shown]);

  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  if (data.length === 0)
    return (
      <Notice text={say(may('create', 'stations') ? EMPTY : NOTHING_YET)}>
        <ImportLink />
      </Notice>
    );
  return (
    <section aria-label={say(words.caption)}>
      {meta?.truncated && <Alert type="warning" message={say(words.cut)} style={{ marginBottom: 8 }} />}
      <div className="filter-bar">
        <Input.Search
          className="filter-search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          defaultValue={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button onClick={() => setOpened(null)}>{say(words.open)}</Button>
        <Button onClick={() => setOpened([])}>{say(words.close)}</Button>
      </div>
      {tree.length === 0 ? (
        <Notice text={say(words.none)} />
      ) : (
        <Table<SiteNode>
          rowKey="documentId"
          size="small"
          columns={columns}
          dataSource={tree}
          pagination={false}
          scroll={{ x: 'max-content' }}
          expandable={{
            // While somebody searches, what was found must be seen.
            expandedRowKeys: search || opened === null ? parents : opened,
            onExpandedRowsChange: setOpened,
          }}
        />
      )}
    </section>
  );
}
