import { ownParty } from '@jiedui/shared/filing';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { StateSteps } from '../../ui/record/state-steps';
import type { FilingKind } from './filing-data';
import './filings.css';
import { DutyOverview } from './overview';
import { OwnDuties } from './own-duties';
import { useView } from './use-view';

const words = {
  begin: { zh: '代为填报', en: 'Fill in for another' },
  none: { zh: '还没有报送。', en: 'Nothing has been filed yet.' },
  noQueue: { zh: '没有待转报的材料。', en: 'Nothing waits to be forwarded.' },
};

/** The roles that a card of the workbench sends to the queue of what came from below. */
const FORWARDS = ['station', 'town'];

/** Whose duties an account sees: its own, or those of others whom it follows. */
function useParts({ resource, queue }: FilingKind) {
  const { role, has } = useAccess();
  const { actor } = useSession();
  const own = ownParty(actor);
  const owes = own !== null && (resource === 'report' || own.per === 'station');
  const follows = has('readFilings') && own?.per !== 'unit';
  return [
    ...(owes ? ['own'] : []),
    ...(queue && FORWARDS.includes(role) ? ['queue'] : []),
    ...(follows ? ['overview'] : []),
    'list',
  ];
}

/** The page of a kind of filing: what one owes oneself, who else has sent in what, and every record. */
export function FilingList({ kind }: { kind: FilingKind }) {
  const model = useModel(kind.path);
  const { say } = useWords();
  const { may } = useAccess();
  const { actor } = useSession();
  const navigate = useNavigate();
  const parts = useParts(kind);
  const { view, show } = useView(parts);
  const contents: Record<string, () => ReactNode> = {
    own: () => <OwnDuties kind={kind} />,
    queue: () => <Queue kind={kind} />,
    overview: () => <DutyOverview kind={kind} />,
    list: () => (
      <RecordTable
        model={model}
        caption={kind.list}
        columns={kind.columns}
        filters={kind.filters}
        defaultSort={{ field: 'firstSubmittedAt', order: 'desc' }}
        empty={words.none}
      />
    ),
  };
  const labels: Record<string, string> = {
    own: say(kind.own),
    queue: say(kind.queue ?? kind.list),
    overview: say(kind.overview),
    list: say(kind.list),
  };
  return (
    <Page
      title={say(kind.title)}
      actions={
        <>
          <Button onClick={() => void navigate(`/${kind.requirementPath}`)}>{say(kind.requirements)}</Button>
          {ownParty(actor) === null && may('create', kind.path) && (
            <NewRecord
              model={model}
              label={say(words.begin)}
              fields={kind.form}
              onCreated={(row) => void navigate(`/${kind.path}/${row.id}`)}
            />
          )}
        </>
      }
    >
      <Tabs
        size="small"
        activeKey={view}
        onChange={show}
        destroyOnHidden
        items={parts.map((key) => ({ key, label: labels[key], children: contents[key]?.() }))}
      />
    </Page>
  );
}

/** What came from below and waits to be sent on, with the steps beside each. */
function Queue({ kind }: { kind: FilingKind }) {
  const model = useModel(kind.path);
  return (
    <RecordTable
      model={model}
      caption={kind.queue ?? kind.list}
      columns={kind.columns}
      waiting="materialsToForward"
      defaultSort={{ field: 'submittedAt', order: 'asc' }}
      exportable={false}
      inAddress={false}
      empty={words.noQueue}
      actions={(row) => <StateSteps model={model} row={row} inRow />}
    />
  );
}
