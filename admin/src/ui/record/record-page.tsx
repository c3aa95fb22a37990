import { isEditable, machineOf } from '@jiedui/shared/workflow';
import { Button, Skeleton, Tabs, type TabsProps } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { addedFields, type Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { ExampleTag, StateTag } from '../field/tags';
import { titleOf } from '../field/value';
import { RecordDrawer } from '../forms/record-drawer';
import { ErrorNotice } from '../notices';
import { Page } from '../page';
import { usePhone } from '../use-phone';
import { useRecord } from '../use-record';
import { AddedFacts } from './added-facts';
import { DeleteButton } from './delete-button';
import { History } from './history';
import { RelatedTable, useRelated } from './related';

export type RecordTab = { key: string; label: string; content: ReactNode };

type Props = {
  model: Model;
  id: string;
  back: { to: string; label: string };
  /**
   * Fields of the form behind "edit"; left out, the form as the office has laid it out. None where the record is filled
   * in on its page: then the form is for what the office has added.
   */
  editFields?: readonly string[];
  editControls?: Record<string, ReactElement>;
  complete?: (values: Record<string, unknown>) => Promise<Record<string, unknown>> | Record<string, unknown>;
  title?: (row: Row) => string;
  /** Whether the record may still be edited and deleted as a whole, where its state alone does not say it. */
  open?: (row: Row) => boolean;
  /** Whether its fields may still be changed, where it may be deleted all the same. */
  changeable?: (row: Row) => boolean;
  /** Further buttons beside "edit". */
  actions?: (row: Row) => ReactNode;
  tabs: (row: Row) => RecordTab[];
  /** Which other types that lead to the record have a tab; by default those that the office has made. */
  related?: (type: Model) => boolean;
};

const isCustom = (type: Model) => type.custom;

/** Whether the signed-in role may edit the record in its present state. */
export function useEditable(model: Model) {
  const { may } = useAccess();
  const { role } = useSession().actor;
  const machine = machineOf(model.resource);
  return (row: Row) => may('update', model.path) && isEditable(machine, row.state, role);
}

/** In place of a record that cannot be shown; trying again helps only where the record may be there. */
function RecordProblem({
  error,
  back,
  onRetry,
}: Pick<Props, 'back'> & { error: unknown; onRetry: () => void }) {
  const { say } = useWords();
  const gone = toApiError(error).statusCode === 404;
  const title = gone
    ? { zh: '没有找到这条记录', en: 'No such record' }
    : { zh: '无法显示这条记录', en: 'The record cannot be shown' };
  return (
    <Page title={say(title)} back={back}>
      <ErrorNotice error={error} {...(gone ? {} : { onRetry })} />
    </Page>
  );
}

/** A record's page: title and state, what can be done, tabs, and its history as the last tab. */
export function RecordPage(props: Props) {
  const { model, id, back } = props;
  const { say } = useWords();
  const navigate = useNavigate();
  const phone = usePhone();
  const editable = useEditable(model);
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const { row, error, isLoading, refetch } = useRecord(model, id);
  const related = useRelated(model, props.related ?? isCustom);

  // A later read that fails must not take away the page, and with it a form half filled in.
  if (error && !row) return <RecordProblem error={error} back={back} onRetry={refetch} />;
  if (isLoading || !row) return <Skeleton active />;

  const hasForm = !props.editFields || props.editFields.length > 0 || addedFields(model).length > 0;
  const title = props.title?.(row) ?? titleOf(model, row);
  const open = isEditable(machineOf(model.resource), row.state) && (props.open?.(row) ?? true);
  const changeable = open && editable(row) && (props.changeable?.(row) ?? true);
  const [first, ...others] = props.tabs(row);
  const added = props.editFields ? <AddedFacts model={model} row={row} editable={changeable} /> : null;
  const tabs: RecordTab[] = [
    ...(first
      ? [
          {
            ...first,
            content: (
              <>
                {first.content}
                {added}
              </>
            ),
          },
        ]
      : []),
    ...others,
    ...related.map((relation) => ({
      key: `${relation.type.path}.${relation.field}`,
      label: say(relation.label),
      content: <RelatedTable relation={relation} id={row.id} />,
    })),
    {
      key: 'history',
      label: say({ zh: '变更记录', en: 'History' }),
      content: (
        <div className="panel">
          <History model={model} id={row.id} />
        </div>
      ),
    },
  ];
  const items: TabsProps['items'] = tabs.map((tab) => ({
    key: tab.key,
    label: tab.label,
    children: tab.content,
  }));

  return (
    <Page
      title={title}
      back={back}
      beside={
        <>
          <StateTag resource={model.resource} state={row.state} />
          <ExampleTag example={row.example} name={title} />
        </>
      }
      actions={
        <>
          {props.actions?.(row)}
          {changeable && hasForm && (
            <Button onClick={() => setEditing(true)}>{say({ zh: '编辑', en: 'Edit' })}</Button>
          )}
          {open && <DeleteButton model={model} row={row} onDeleted={() => void navigate(back.to)} />}
        </>
      }
    >
      <Tabs
        size="small"
        // So that the tabs of a record fit on a phone.
        tabBarGutter={phone ? 16 : 32}
        items={items}
        activeKey={params.get('tab') ?? tabs[0]?.key ?? 'history'}
        onChange={(key) => setParams(key === tabs[0]?.key ? {} : { tab: key }, { replace: true })}
        destroyOnHidden
      />
      {editing && (
        <RecordDrawer
          model={model}
          title={say({ zh: `编辑 ${title}`, en: `Edit ${title}` })}
          {...(props.editFields ? { fields: props.editFields } : {})}
          row={row}
          {...(props.editControls ? { controls: props.editControls } : {})}
          {...(props.complete ? { complete: props.complete } : {})}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </Page>
  );
}
