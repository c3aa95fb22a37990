import { NOTICE_STATES, type NoticeState } from '@jiedui/shared/activity';
import { isMonth, monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { Button, DatePicker, Pagination, Skeleton, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { NOTICE_LOOK } from '../../ui/field/notice-look';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { NoticeDrawer } from './notice-drawer';

type Counts = Record<NoticeState, number>;
type Site = { documentId: string; name: string; town: string | null; counts: Counts };
type Report = { noticeDays: number; all: Counts; sites: Site[] };
type Meta = { pagination: { page: number; pageSize: number; total: number } };
type Opened = { site: Site; notice: NoticeState };

const words = {
  title: { zh: '公开发布情况', en: 'Public notice' },
  months: { zh: '月份', en: 'Months' },
  site: { zh: '阵地', en: 'Site' },
  empty: { zh: '这段时间没有活动。', en: 'No activities in these months.' },
};

const MONTH = 'YYYY-MM';
const MONTHS_AT_FIRST = 2;

function useAsked() {
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const month = (name: string, otherwise: string) => {
    const wanted = params.get(name);
    return isMonth(wanted) ? wanted : otherwise;
  };
  return {
    from: month('from', shiftMonth(monthOf(today), -MONTHS_AT_FIRST)),
    to: month('to', monthOf(today)),
    page: Number(params.get('page') ?? 1) || 1,
    set: (values: Record<string, string>) => setParams(values, { replace: true }),
  };
}

function Count({ site, notice, onOpen }: Opened & { onOpen: (opened: Opened) => void }) {
  const { say } = useWords();
  const count = site.counts[notice];
  if (count === 0) return <span className="muted notice-zero">0</span>;
  return (
    <Button
      type="link"
      size="small"
      aria-label={`${site.name} ${say(NOTICE_LOOK[notice].words)}: ${count}`}
      onClick={() => onOpen({ site, notice })}
    >
      {count}
    </Button>
  );
}

/** How the sites' public notices stand: on time, short, late or missing, with the activities behind each number. */
function NoticeReportPage() {
  const { say } = useWords();
  const phone = usePhone();
  const { from, to, page, set } = useAsked();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, meta, error, refetch } = useRead<Report, Meta>(
    '/notice-report',
    { from, to, page },
    { keepPrevious: true },
  );
  const { total = 0, pageSize = 25 } = meta?.pagination ?? {};
  const columns: TableColumnsType<Site> = [
    {
      key: 'site',
      title: say(words.site),
      render: (_, site) => (
        <>
          {site.name} {site.town && <span className="muted">{site.town}</span>}
        </>
      ),
    },
    ...NOTICE_STATES.map((notice) => ({
      key: notice,
      title: say(NOTICE_LOOK[notice].words),
      align: 'right' as const,
      width: 130,
      render: (_: unknown, site: Site) => <Count site={site} notice={notice} onOpen={setOpened} />,
    })),
  ];
  const body = (report: Report) =>
    phone ? (
      <ul className="record-cards">
        {report.sites.map((site) => (
          <li key={site.documentId} className="record-card">
            <div className="record-card-title">{site.name}</div>
            <dl>
              {NOTICE_STATES.map((notice) => (
                <div key={notice} style={{ display: 'contents' }}>
                  <dt>{say(NOTICE_LOOK[notice].words)}</dt>
                  <dd>
                    <Count site={site} notice={notice} onOpen={setOpened} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    ) : (
      <Table
        size="small"
        rowKey="documentId"
        columns={columns}
        dataSource={report.sites}
        pagination={false}
        locale={{ emptyText: say(words.empty) }}
      />
    );

  return (
    <Page title={say(words.title)}>
      <div className="notice-bar">
        <DatePicker.RangePicker
          picker="month"
          allowClear={false}
          aria-label={say(words.months)}
          value={[dayjs(from), dayjs(to)]}
          onChange={(range) =>
            range?.[0] && range[1] && set({ from: range[0].format(MONTH), to: range[1].format(MONTH) })
          }
        />
        {data && (
          <span className="muted">
            {say({
              zh: `要求提前 ${data.noticeDays} 天公开发布(在“工作方案 · 规则”中设置)。以系统记录的发布时间为准。`,
              en: `Notice is due ${data.noticeDays} days ahead, by the server's own time of announcing.`,
            })}
          </span>
        )}
      </div>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data && !error && (
        <>
          <p className="notice-sums">
            {NOTICE_STATES.map((notice) => (
              <span key={notice}>
                <Tag tone={NOTICE_LOOK[notice].tone}>{say(NOTICE_LOOK[notice].words)}</Tag> {data.all[notice]}
              </span>
            ))}
          </p>
          {body(data)}
        </>
      )}
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(next) => set({ from, to, page: String(next) })}
        />
      )}
      {opened && (
        <NoticeDrawer
          query={{ from, to, station: opened.site.documentId, notice: opened.notice }}
          title={`${opened.site.name} · ${say(NOTICE_LOOK[opened.notice].words)}`}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}

export { NoticeReportPage as Component };
