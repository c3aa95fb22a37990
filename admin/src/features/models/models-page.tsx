import { Skeleton, Tabs } from 'antd';
import { useEffect } from 'react';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { AccessEditor } from './access-editor';
import { BuilderPanel } from './builder-panel';
import { LabelsEditor } from './labels-editor';
import { type ModelState, useDraft, useModelState, usePublications } from './model-api';
import { ModelFiles } from './model-files';
import './models.css';
import { PlanView } from './plan-view';
import { PublicationProgress } from './publication-progress';
import { Versions } from './versions';

const words = {
  title: { zh: '内容模型', en: 'Content models' },
  plan: { zh: '变更与发布', en: 'Changes' },
  labels: { zh: '名称与说明', en: 'Names' },
  access: { zh: '权限', en: 'Access' },
  versions: { zh: '历次版本', en: 'Versions' },
  builtIn: { zh: '程序自带的模型', en: 'As the program brings it' },
};

function CurrentVersion({ current }: Pick<ModelState, 'current'>) {
  const { say } = useWords();
  const text =
    current.number === 0
      ? say(words.builtIn)
      : say({
          zh: `第 ${current.number} 版 · ${formatInstant(current.at)} 起使用`,
          en: `Version ${current.number} · in force since ${formatInstant(current.at)}`,
        });
  return <span className="page-count">{text}</span>;
}

function DraftTabs({ rev, changed }: { rev: number | string; changed: () => void }) {
  const { say } = useWords();
  const { data, error, refetch } = useDraft(rev);
  const { refetch: lookForPublication } = usePublications();
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />;
  const published = () => {
    lookForPublication();
    changed();
  };
  return (
    <Tabs
      items={[
        {
          key: 'plan',
          label: say(words.plan),
          children: <PlanView rev={data.rev} onPublished={published} />,
        },
        {
          key: 'labels',
          label: say(words.labels),
          children: <LabelsEditor key={String(data.rev)} draft={data} onSaved={changed} />,
        },
        {
          key: 'access',
          label: say(words.access),
          children: <AccessEditor key={String(data.rev)} draft={data} onSaved={changed} />,
        },
      ]}
    />
  );
}

/** Where the office changes the content model: builder, draft, plan, publication, and the versions there were. */
function ModelsPage() {
  const { say } = useWords();
  const { data, error, refetch } = useModelState();
  const { running } = usePublications();
  const publishing = running !== null;
  // When a publication has ended, the version in force and the draft are other ones.
  useEffect(() => {
    if (!publishing) refetch();
  }, [publishing, refetch]);
  if (error) {
    return (
      <Page title={say(words.title)}>
        <ErrorNotice error={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={say(words.title)}>
        <Skeleton active />
      </Page>
    );
  }
  return (
    <Page
      title={say(words.title)}
      beside={<CurrentVersion current={data.current} />}
      actions={<ModelFiles draft={data.draft !== null} onApplied={refetch} />}
    >
      {running ? (
        <PublicationProgress publication={running} />
      ) : (
        <>
          <BuilderPanel state={data} changed={refetch} />
          {data.draft && <DraftTabs rev={data.draft.rev} changed={refetch} />}
        </>
      )}
      <Versions onRestored={refetch} heading={say(words.versions)} />
    </Page>
  );
}

export { ModelsPage as Component };
