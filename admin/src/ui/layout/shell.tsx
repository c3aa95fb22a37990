import { DownOutlined, MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation, useMatches, useNavigation } from 'react-router';
import { meets, type Need } from '../../providers/access';
import { SIGN_IN } from '../../providers/auth';
import { deviceAccount, onAccountElsewhere } from '../../providers/device';
import { onSessionLost } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { rememberSearch } from '../last-search';
import { Forbidden } from '../notices';
import { useUploading } from '../uploads/use-uploads';
import { LanguageSwitch } from './language-switch';
import { LineState, OfflineHint } from './line-state';
import { NewerNotice } from './newer-notice';
import { NoticeBell } from './notice-bell';
import './shell.css';
import { SideMenu } from './side-menu';
import { useOutbox } from './use-outbox';

// Only wanted after a click, so they stay out of the first load.
const PhoneMenu = lazy(() => import('./phone-menu'));
const UserMenu = lazy(() => import('./user-menu'));
const SessionLost = lazy(() => import('./session-lost'));

function PhoneMenuButton() {
  const { say } = useWords();
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button
        type="text"
        className="menu-button"
        icon={<MenuOutlined />}
        aria-label={say({ zh: '打开菜单', en: 'Open menu' })}
        onClick={() => setOpen(true)}
      />
      <Suspense fallback={null}>
        {open !== null && <PhoneMenu open={open} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

function AccountButton() {
  const { actor } = useSession();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button type="text" className="shell-account" aria-haspopup="menu" onClick={() => setWanted(true)}>
      <span className="shell-name">{actor.displayName}</span> <DownOutlined />
    </Button>
  );
  return <Suspense fallback={button}>{wanted ? <UserMenu open /> : button}</Suspense>;
}

function Header() {
  const { say } = useWords();
  const { today, programme } = useSession();
  return (
    <header className="shell-header">
      <PhoneMenuButton />
      <Link to="/" className="shell-brand">
        {say({ zh: '结对', en: 'Jiedui' })}
      </Link>
      <span className="shell-programme" title={programme?.name}>
        {programme?.name}
      </span>
      <span className="shell-day">
        <span className="visually-hidden">{say({ zh: '今天', en: 'Today' })} </span>
        {today}
      </span>
      <LineState />
      <LanguageSwitch />
      <NoticeBell />
      <AccountButton />
    </header>
  );
}

function DemoBanner() {
  const { say } = useWords();
  const { demo, today } = useSession();
  if (!demo) return null;
  return (
    <div className="demo-banner">
      {say({ zh: `示例数据 · 系统日期 ${today}`, en: `Example data · system date ${today}` })}
    </div>
  );
}

/** Lets sticky parts of a page stand below the header, whatever its height (the banner comes and goes). */
function useTopHeight() {
  const top = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = top.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--shell-top', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return top;
}

/** Another window has signed out, or in as somebody else: nothing of this person may stay on the screen. */
function useOtherAccounts(): void {
  useEffect(
    () => onAccountElsewhere(() => window.location.assign(deviceAccount() === null ? SIGN_IN : '/')),
    [],
  );
}

/** Tells whether the role may see every route on the way to the one shown; each route states its need. */
function useAllowed(): boolean {
  const { role } = useSession().actor;
  return useMatches().every((match) => {
    const handle = match.handle as { needs?: Need } | undefined;
    return meets(role, handle?.needs ?? null);
  });
}

/** The frame of every signed-in page. */
export function Shell() {
  const { say } = useWords();
  const top = useTopHeight();
  const allowed = useAllowed();
  const { pathname, search } = useLocation();
  useEffect(() => rememberSearch(pathname, search), [pathname, search]);
  useUploading();
  useOutbox();
  useOtherAccounts();
  const busy = useNavigation().state === 'loading';
  const [lost, setLost] = useState(false);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page starts at its top
  useEffect(() => {
    // Newer browsers return a promise from it, which React would take for a clean-up.
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className="shell">
      <div className="shell-top" ref={top}>
        <a className="skip-link no-print" href="#main">
          {say({ zh: '跳到正文', en: 'Skip to content' })}
        </a>
        <NewerNotice />
        <DemoBanner />
        <Header />
      </div>
      <aside className="shell-side no-print">
        <div className="side-stick">
          <SideMenu />
        </div>
      </aside>
      <main className="shell-main" id="main" tabIndex={-1}>
        <OfflineHint />
        {busy && <div className="page-progress" />}
        {allowed ? <Outlet /> : <Forbidden />}
      </main>
      <Suspense fallback={null}>{lost && <SessionLost onBack={() => setLost(false)} />}</Suspense>
    </div>
  );
}
