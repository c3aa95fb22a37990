import { Tabs, type TabsProps } from 'antd';
import { useSearchParams } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { Page } from '../../ui/page';
import { CoverageLine } from './coverage';
import { Differences } from './differences';
import './hours.css';
import { Imports } from './imports';
import { Queue } from './queue';
import { Reviews } from './reviews';

const words = {
  title: { zh: '志愿时长', en: 'Volunteer hours' },
  differences: { zh: '两边的差异', en: 'Differences' },
  queue: { zh: '待处理', en: 'To settle' },
  reviews: { zh: '复核', en: 'Reviews' },
  imports: { zh: 'i志愿导入', en: 'Imports' },
};

/** Hours of volunteers: entered here, taken from the other system, compared, and looked at again. */
function HoursPage() {
  const { say } = useWords();
  const { has } = useAccess();
  const [params, setParams] = useSearchParams();
  const items: NonNullable<TabsProps['items']> = [
    { key: 'differences', label: say(words.differences), children: <Differences /> },
    ...(has('reconcileHours') ? [{ key: 'queue', label: say(words.queue), children: <Queue /> }] : []),
    { key: 'reviews', label: say(words.reviews), children: <Reviews /> },
    ...(has('reconcileHours') ? [{ key: 'imports', label: say(words.imports), children: <Imports /> }] : []),
  ];
  const wanted = params.get('view') ?? '';
  const active = items.some(({ key }) => key === wanted) ? wanted : 'differences';
  return (
    <Page title={say(words.title)}>
      <CoverageLine />
      <Tabs
        size="small"
        activeKey={active}
        // What the former list was filtered by is nothing to the next one.
        onChange={(key) => setParams(key === 'differences' ? {} : { view: key }, { replace: true })}
        destroyOnHidden
        items={items}
      />
    </Page>
  );
}

export { HoursPage as Component };
