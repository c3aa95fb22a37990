import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../providers/i18n';
import { worksOffline } from '../../providers/kept-identity';
import { useLineDown } from '../../providers/line';
import { useWaiting } from '../../providers/outbox';
import { useSession } from '../../providers/session';

/** What was typed a moment ago is on its way and no news, in milliseconds. */
const NEWS = 4_000;
/** How long the good end of it is told. */
const GOOD_NEWS = 6_000;

/** How many wait, as far as it is worth telling; with the last ones gone null for a while, then 0. */
function useNews(count: number, down: boolean): number | null {
  const [news, setNews] = useState<number | null>(0);
  useEffect(() => {
    if (down && count > 0) return setNews(count);
    if (count > 0) {
      const timer = setTimeout(() => setNews(count), NEWS);
      return () => clearTimeout(timer);
    }
    setNews((before) => (before === 0 ? 0 : null));
    const timer = setTimeout(() => setNews(0), GOOD_NEWS);
    return () => clearTimeout(timer);
  }, [count, down]);
  return news;
}

/** Whether there is a server, and what has not reached it; nothing while all is well. */
export function LineState() {
  const { say } = useWords();
  const session = useSession();
  const down = useLineDown();
  const count = useWaiting(session.actor.documentId);
  const news = useNews(count, down);
  const texts = [
    down && { zh: '离线', en: 'Offline' },
    news === null && !down && { zh: '已全部发送', en: 'All sent' },
    news !== null && news > 0 && count > 0 && { zh: `未发送 ${count} 份`, en: `${count} not sent` },
  ].flatMap((text) => (text ? [say(text)] : []));
  const calm = !down && news === null;
  const mark = <span className={calm ? 'tag tag-green' : 'tag tag-amber'}>{texts.join(' · ')}</span>;
  return (
    <span role="status" className="line-state">
      {texts.length > 0 && (worksOffline(session) ? <Link to="/evaluations">{mark}</Link> : mark)}
    </span>
  );
}

/** What can be done without a server, on the pages that cannot do without. */
export function OfflineHint() {
  const { say } = useWords();
  const wanted = worksOffline(useSession());
  const down = useLineDown();
  const { pathname } = useLocation();
  if (!wanted || !down || pathname.startsWith('/evaluations')) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="kept-note"
      message={say({
        zh: '没有网络。在本机打开过的评分表仍可填写。',
        en: 'No network. Sheets that you have opened on this device can be filled in.',
      })}
      action={<Link to="/evaluations">{say({ zh: '打开评分表', en: 'Open them' })}</Link>}
    />
  );
}
