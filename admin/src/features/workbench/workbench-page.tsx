import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { DeadlinePanel, FocusWeekPanel } from './calendar-panels';
import { ComingDue } from './coming-due';
import { Figures } from './month-figures';
import { WaitingCard } from './waiting-card';
import { type WaitingCard as Card, splitCards, type Workbench } from './workbench';
import './workbench.css';

/** A new installation: the office is told how to begin. */
function FirstSteps() {
  const { say } = useWords();
  const { has } = useAccess();
  const { programme } = useSession();
  if (programme || !has('loadPreset')) return null;
  return (
    <Notice
      title={say({ zh: '还没有工作方案', en: 'There is no programme yet' })}
      text={say({
        zh: '先载入方案,再导入单位、阵地和结对,就可以开始登记活动。',
        en: 'Load the plan, then import units, sites and pairings; then activities can be recorded.',
      })}
    >
      <Link to="/programme">{say({ zh: '载入方案', en: 'Load the plan' })}</Link>
      <Link to="/import">{say({ zh: '导入数据', en: 'Import data' })}</Link>
    </Notice>
  );
}

function Waiting({ cards }: { cards: readonly Card[] }) {
  const { say } = useWords();
  const { waiting, done } = splitCards(cards);
  return (
    <div>
      {waiting.length === 0 && (
        <Notice text={say({ zh: '现在没有等您办理的事项。', en: 'Nothing waits for you now.' })} />
      )}
      {waiting.map((card) => (
        <WaitingCard key={card.key} card={card} />
      ))}
      {done.length > 0 && waiting.length > 0 && (
        <p className="muted waiting-done">
          {say({ zh: '没有待办:', en: 'Nothing open: ' })}
          {done.map((card) => say(card.words)).join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
    </div>
  );
}

function WorkbenchPage() {
  const { say } = useWords();
  const { actor } = useSession();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useRead<Workbench>('/workbench', all ? { due: 'all' } : {}, {
    keepPrevious: true,
  });
  const body = () => {
    if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    return (
      <div className="page-grid">
        <Waiting cards={data.cards} />
        <div>
          <FocusWeekPanel week={data.focusWeek} />
          <DeadlinePanel deadlines={data.deadlines} />
          {data.comingDue && <ComingDue due={data.comingDue} onAll={() => setAll(true)} />}
        </div>
      </div>
    );
  };
  return (
    <Page
      title={say({ zh: '工作台', en: 'Workbench' })}
      beside={<span className="page-count">{actor.displayName}</span>}
    >
      <FirstSteps />
      <Figures />
      {body()}
    </Page>
  );
}

export { WorkbenchPage as Component };
