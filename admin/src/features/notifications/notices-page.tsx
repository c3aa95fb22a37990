import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { Page } from '../../ui/page';
import { NoticeList } from './notice-list';
import { NoticeSettings } from './notice-settings';

function NoticesPage() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const items = [
    { key: 'list', label: say({ zh: '通知', en: 'Notices' }), children: <NoticeList /> },
    { key: 'settings', label: say({ zh: '提醒方式', en: 'How to be told' }), children: <NoticeSettings /> },
  ];
  return (
    <Page title={say({ zh: '通知', en: 'Notices' })}>
      <Tabs
        size="small"
        items={items}
        activeKey={params.get('tab') ?? 'list'}
        onChange={(tab) => setParams(tab === 'list' ? {} : { tab }, { replace: true })}
        destroyOnHidden
      />
    </Page>
  );
}

export { NoticesPage as Component };
