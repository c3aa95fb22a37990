import { Refine } from '@refinedev/core';
import routerProvider from '@refinedev/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { useModels } from './models/store';
import { accessControlProvider } from './providers/access';
import { authProvider } from './providers/auth';
import { dataProvider } from './providers/data';
import { i18nProvider, useWords } from './providers/i18n';
import { useNotificationProvider } from './providers/notification';
import './ui/styles.css';
import { theme } from './ui/theme';

const options = {
  mutationMode: 'pessimistic' as const,
  disableTelemetry: true,
  syncWithLocation: false,
  disableRouteChangeHandler: true,
  reactQuery: {
    clientConfig: {
      // The data provider has retried what is worth retrying (an expired token); the rest a person decides.
      // Without a network a request fails at once and says so, instead of waiting without a word.
      defaultOptions: {
        queries: {
          retry: false,
          staleTime: 10_000,
          refetchOnWindowFocus: false,
          refetchOnReconnect: true,
          networkMode: 'always' as const,
        },
        mutations: { networkMode: 'always' as const },
      },
    },
  },
};

/** The root route: everything that a page may count on. */
export function Root() {
  const { locale } = useWords();
  const { types } = useModels();
  const resources = useMemo(() => types.map(({ path }) => ({ name: path })), [types]);
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
  const language = locale === 'zh' ? { locale: zhCN } : {};
  return (
    <ConfigProvider
      {...language}
      theme={theme}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
      virtual={false}
    >
      <AntApp>
        <Refine
          dataProvider={dataProvider}
          authProvider={authProvider}
          accessControlProvider={accessControlProvider}
          i18nProvider={i18nProvider}
          routerProvider={routerProvider}
          notificationProvider={useNotificationProvider}
          resources={resources}
          options={options}
        >
          <Outlet />
        </Refine>
      </AntApp>
    </ConfigProvider>
  );
}
