import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { ApiError, errorWords } from '../providers/errors';
import { useWords } from '../providers/i18n';
import { Notice } from './notices';
import { Page } from './page';

/**
 * A new version on the server removes the old one's files, so a page not yet loaded cannot come any more; without
 * a network it cannot either, and the browser does not say which.
 */
const isStale = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module/.test(error.message);

/** Stands where a page broke; the rest of the console goes on. */
export function ErrorPage() {
  const { say } = useWords();
  const error = useRouteError();
  const text = isStale(error)
    ? {
        zh: '页面没有载入:网络中断,或系统已更新。请检查网络后刷新。',
        en: 'The page did not load: the network is down, or the console was updated. Reload the page.',
      }
    : error instanceof ApiError
      ? errorWords(error)
      : { zh: '这个页面出错了,请刷新重试。', en: 'This page failed; reload to try again.' };
  return (
    <Page title={say({ zh: '页面出错', en: 'Page failed' })}>
      <Notice text={say(text)}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {say({ zh: '刷新', en: 'Reload' })}
        </Button>
      </Notice>
    </Page>
  );
}
