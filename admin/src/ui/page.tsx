import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../providers/i18n';
import { lastAddress } from './last-search';
import { useTitle } from './use-title';

type Props = {
  title: string;
  /** Stands beside the title: a count, a state. */
  beside?: ReactNode;
  actions?: ReactNode;
  /** The list this page was opened from. */
  back?: { to: string; label: string };
  children: ReactNode;
};

/** The frame of a page: its title, what can be done, and the content. */
export function Page({ title, beside, actions, back, children }: Props) {
  useTitle(title);
  return (
    <>
      {back && (
        <Link className="page-back no-print" to={lastAddress(back.to)}>
          ‹ {back.label}
        </Link>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {beside}
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** How many rows a list has in all. */
export function PageCount({ count }: { count: number | undefined }) {
  const { say } = useWords();
  if (count === undefined) return null;
  return <span className="page-count">{say({ zh: `共 ${count} 条`, en: `${count} in all` })}</span>;
}
