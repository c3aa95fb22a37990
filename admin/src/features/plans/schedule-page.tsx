import { shiftMonth } from '@jiedui/shared/calendar';
import { Button, DatePicker, Dropdown } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { NewRecord } from '../../ui/list/new-record';
import { RelationSelect } from '../../ui/list/relation-select';
import { Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { FillDrawer, type FillSource } from './fill-drawer';
import { SCHEDULE_FORM } from './plan-fields';
import './plans.css';
import { ScheduleList } from './schedule-list';
import { useMonthChoice } from './use-month';

const words = {
  title: { zh: '月度安排', en: 'Month schedule' },
  station: { zh: '阵地', en: 'Site' },
  month: { zh: '月份', en: 'Month' },
  choose: { zh: '请先选择一个阵地。', en: 'Choose a site first.' },
  add: { zh: '添加一项', en: 'Add one' },
  fill: { zh: '批量填入', en: 'Fill the month' },
};

const SOURCES: Record<FillSource, { zh: string; en: string }> = {
  plan: { zh: '从年度计划填入', en: 'From the annual plan' },
  copy: { zh: '复制上月安排', en: 'Copy last month' },
  paste: { zh: '从表格粘贴', en: 'Paste from a sheet' },
};

function SchedulePage() {
  const model = useModel('schedule-items');
  const { say } = useWords();
  const { may } = useAccess();
  const { station, month, choose } = useMonthChoice();
  const [source, setSource] = useState<FillSource | null>(null);
  const fills = Object.entries(SOURCES).map(([key, label]) => ({ key, label: say(label) }));
  return (
    <Page
      title={say(words.title)}
      actions={
        station &&
        may('create', model.path) && (
          <>
            <Dropdown
              trigger={['click']}
              menu={{ items: fills, onClick: ({ key }) => setSource(key as FillSource) }}
            >
              <Button>{say(words.fill)}</Button>
            </Dropdown>
            <NewRecord
              model={model}
              label={say(words.add)}
              fields={SCHEDULE_FORM}
              complete={(values) => ({ ...values, station })}
              onCreated={() => undefined}
            />
          </>
        )
      }
    >
      <div className="filter-bar no-print">
        <RelationSelect
          target="stations"
          className="month-station"
          ariaLabel={say(words.station)}
          placeholder={say(words.station)}
          value={station}
          onChange={(value) => choose({ station: value as string | null })}
        />
        <Button onClick={() => choose({ month: shiftMonth(month, -1) })}>
          {say({ zh: '上月', en: 'Previous' })}
        </Button>
        <DatePicker
          picker="month"
          allowClear={false}
          aria-label={say(words.month)}
          value={dayjs(`${month}-01`)}
          onChange={(value) => value && choose({ month: value.format('YYYY-MM') })}
        />
        <Button onClick={() => choose({ month: shiftMonth(month, 1) })}>
          {say({ zh: '下月', en: 'Next' })}
        </Button>
      </div>
      {station ? <ScheduleList station={station} month={month} /> : <Notice text={say(words.choose)} />}
      {station && source && (
        <FillDrawer
          key={source}
          source={source}
          title={say(SOURCES[source])}
          station={station}
          month={month}
          onClose={() => setSource(null)}
        />
      )}
    </Page>
  );
}

export { SchedulePage as Component };
