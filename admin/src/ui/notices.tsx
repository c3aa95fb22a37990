import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { errorWords } from '../providers/errors';
import { useWords } from '../providers/i18n';
import { Page } from './page';

/** A message in place of content: what happened and the way out. */
export function Notice({ title, text, children }: { title?: string; text: string; children?: ReactNode }) {
  return (
    <div className="notice panel" role="status">
      {title && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      <p className="muted">{text}</p>
      {children}
    </div>
  );
}

type ErrorProps = {
  error: unknown;
  onRetry?: () => void;
  /** What could not be read, where it is not the page. */
  of?: string;
};

/** A failed read, with the words of its code and a way to try again. */
export function ErrorNotice({ error, onRetry, of }: ErrorProps) {
  const { say } = useWords();
  return (
    <div className="notice panel" role="alert">
      {of && (
        <p>
          <strong>{of}</strong>
        </p>
      )}
      <p>{say(errorWords(error))}</p>
      {onRetry && <Button onClick={onRetry}>{say({ zh: '重试', en: 'Try again' })}</Button>}
    </div>
  );
}

const Home = () => {
  const { say } = useWords();
  return <Link to="/">{say({ zh: '返回工作台', en: 'Back to the workbench' })}</Link>;
};

export function Forbidden() {
  const { say } = useWords();
  return (
    <Page title={say({ zh: '不能查看', en: 'Not for your role' })}>
      <Notice text={say({ zh: '您的角色不能查看此页面。', en: 'Your role may not see this page.' })}>
        <Home />
      </Notice>
    </Page>
  );
}

export function NotFound() {
  const { say } = useWords();
  return (
    <Page title={say({ zh: '没有这个页面', en: 'No such page' })}>
      <Notice
        text={say({
          zh: '地址可能有误,或页面已移除。',
          en: 'The address may be wrong, or the page is gone.',
        })}
      >
        <Home />
      </Notice>
    </Page>
  );
}
