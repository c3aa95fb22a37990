import type { ActivityRule } from '@jiedui/shared/activity';
import type { Programme } from '@jiedui/shared/programme';
import { lastDay } from '@jiedui/shared/programme';
import { App, Button, Segmented, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { CadenceRules } from './cadence-rules';
import { FocusWeeks } from './focus-weeks';
import './programme.css';
import { NoticeDays } from './notice-days';
import { RulePacks } from './rule-packs';
import { RuleWords } from './rule-words';
import { StoryDuties } from './story-duties';
import { VenueKinds } from './venue-kinds';

type ProgrammeRow = Programme & { documentId: string; rev: number; noticeDays?: number | null };
type Category = { documentId: string; name: string; order: number; guidance: string | null };
type Department = { documentId: string; name: string; duties: string[] | null; specialSupervision: boolean };

const words = {
  title: { zh: '工作方案', en: 'Programme' },
  none: { zh: '还没有工作方案。', en: 'There is no programme yet.' },
  load: { zh: '载入方案', en: 'Load the plan' },
  phases: { zh: '阶段与期限', en: 'Phases and deadlines' },
  focus: { zh: '集中活动周', en: 'Focus week' },
  categories: { zh: '活动类别', en: 'Categories' },
  departments: { zh: '职责分工', en: 'Duties' },
  venues: { zh: '场所类型', en: 'Venue kinds' },
  cadence: { zh: '频次规则', en: 'Cadence' },
  stories: { zh: '稿件任务', en: 'Story duties' },
  rules: { zh: '活动规则', en: 'Activity rules' },
  requirements: { zh: '工作要求', en: 'Requirements' },
  supervision: { zh: '专项督导', en: 'Special supervision' },
};

const ACTIVE = {
  filters: { active: { $eq: true } },
  pagination: { page: 1, pageSize: 1 },
  sort: ['startsOn:desc'],
};

function Lines({ rows }: { rows: { key: string; head: ReactNode; text: ReactNode }[] }) {
  return (
    <dl className="panel programme-lines">
      {rows.map(({ key, head, text }) => (
        <div key={key}>
          <dt>{head}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ programme }: { programme: ProgrammeRow }) {
  const { say } = useWords();
  const phases = programme.phases.map((phase) => ({
    key: phase.code,
    head: say(phase.words),
    text: (
      <>
        {phase.from ? `${phase.from} – ${phase.to}` : say({ zh: `至 ${phase.to}`, en: `until ${phase.to}` })}
        <ul>
          {phase.tasks.map((task) => (
            <li key={task}>{task}</li>
          ))}
        </ul>
      </>
    ),
  }));
  const deadlines = programme.deadlines.map((deadline) => ({
    key: deadline.code,
    head: say(deadline.words),
    text: say({ zh: `${lastDay(deadline)} 24 时前`, en: `by the end of ${lastDay(deadline)}` }),
  }));
  return <Lines rows={[...phases, ...deadlines]} />;
}

function Categories() {
  const { data } = useRead<Category[]>('/categories', {
    sort: ['order:asc'],
    pagination: { page: 1, pageSize: 100 },
  });
  if (!data) return <Skeleton active />;
  return (
    <Lines
      rows={data.map((one) => ({
        key: one.documentId,
        head: `${one.order}. ${one.name}`,
        text: one.guidance,
      }))}
    />
  );
}

function Departments() {
  const { say } = useWords();
  const { data } = useRead<Department[]>('/departments', {
    sort: ['id:asc'],
    pagination: { page: 1, pageSize: 100 },
  });
  if (!data) return <Skeleton active />;
  return (
    <Lines
      rows={data.map((one) => ({
        key: one.documentId,
        head: (
          <>
            {one.name}
            {one.specialSupervision && <span className="tag">{say(words.supervision)}</span>}
          </>
        ),
        text: (
          <ul>
            {(one.duties ?? []).map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}

function ActivityRules({ programme }: { programme: ProgrammeRow }) {
  const { say } = useWords();
  const activity = (rules: readonly ActivityRule[]) => (
    <Lines
      rows={rules.map((rule) => ({
        key: rule.code,
        head: say(rule.words),
        text: (
          <>
            {`${rule.source.document} ${rule.source.item}:${rule.source.text}`}{' '}
            {rule.inForceFrom &&
              say({ zh: `自 ${rule.inForceFrom} 起施行。 `, en: `In force from ${rule.inForceFrom}. ` })}
            <RuleWords programme={programme} rule={rule} />
          </>
        ),
      }))}
    />
  );
  return (
    <>
      <NoticeDays key={programme.rev} programme={programme} />
      <RulePacks programme={programme} lines={activity} />
    </>
  );
}

function Requirements({ programme }: { programme: ProgrammeRow }) {
  const rows = programme.requirements.map(({ section, title, text }) => ({
    key: title,
    head: (
      <>
        {title} <div className="muted">{section}</div>
      </>
    ),
    text,
  }));
  return <Lines rows={rows} />;
}

const PARTS = [
  'phases',
  'focus',
  'cadence',
  'categories',
  'venues',
  'departments',
  'rules',
  'stories',
  'requirements',
] as const;
type Part = (typeof PARTS)[number];

function PartView({ part, programme }: { part: Part; programme: ProgrammeRow }) {
  switch (part) {
    case 'phases':
      return <Steps programme={programme} />;
    case 'focus':
      return <FocusWeeks key={programme.focusWeekReading} programme={programme} />;
    case 'cadence':
      return <CadenceRules programme={programme} />;
    case 'categories':
      return <Categories />;
    case 'venues':
      return <VenueKinds programme={programme} />;
    case 'departments':
      return <Departments />;
    case 'rules':
      return <ActivityRules programme={programme} />;
    case 'stories':
      return <StoryDuties programme={programme} />;
    case 'requirements':
      return <Requirements programme={programme} />;
  }
}

function ProgrammeView({ programme }: { programme: ProgrammeRow }) {
  const { say } = useWords();
  const [part, setPart] = useState<Part>('phases');
  return (
    <>
      <p className="muted programme-source">
        {programme.startsOn} – {programme.endsOn} · {programme.sourceNote}
      </p>
      <div className="programme-parts">
        <Segmented
          value={part}
          onChange={(value) => setPart(value as Part)}
          options={PARTS.map((value) => ({ value, label: say(words[value]) }))}
        />
      </div>
      <PartView part={part} programme={programme} />
    </>
  );
}

function LoadPlan({ onLoaded }: { onLoaded: () => void }) {
  const { say } = useWords();
  const { has } = useAccess();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (!has('loadPreset')) return null;
  const load = async () => {
    setBusy(true);
    try {
      await http.post('/presets/plan', {});
      onLoaded();
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void load()}>
      {say(words.load)}
    </Button>
  );
}

/** The plan in force: phases, deadlines, focus weeks, categories, duties and the rules that the system applies. */
function ProgrammePage() {
  const { say } = useWords();
  const { data, error, refetch } = useRead<ProgrammeRow[]>('/programmes', ACTIVE);
  const programme = data?.[0];
  return (
    <Page title={programme?.name ?? say(words.title)}>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && !programme && (
        <Notice text={say(words.none)}>
          <LoadPlan onLoaded={refetch} />
        </Notice>
      )}
      {programme && <ProgrammeView programme={programme} />}
    </Page>
  );
}

export { ProgrammePage as Component };
