import type { CadenceRule } from '@jiedui/shared/programme';
import { App, Button, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { type Exception, ExceptionForm } from './exception-form';

const PATH = 'cadence-exceptions';

const words = {
  note: {
    zh: '例外日期占一个时段半数以上时,该时段免考核;已经完成的仍算完成。',
    en: 'A window of which exceptions take more than half is excused; what is met stays met.',
  },
  add: { zh: '新增例外', en: 'New exception' },
  holidays: { zh: '载入法定节假日', en: 'Load public holidays' },
  none: { zh: '没有例外。', en: 'There are no exceptions.' },
  everybody: { zh: '全部单位和阵地', en: 'Everybody' },
  allRules: { zh: '全部规则', en: 'All rules' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '删除', en: 'Delete' },
  sure: { zh: '删除后台账会重新计算。', en: 'The ledger is counted again.' },
};

const QUERY = {
  sort: ['startsOn:desc'],
  pagination: { page: 1, pageSize: 100 },
  populate: { unit: { fields: ['name'] }, station: { fields: ['name'] }, town: { fields: ['name'] } },
};

/** Days that do not count, with their reasons: everybody reads them, the office writes them. */
export function Exceptions() {
  const { say } = useWords();
  const { may, has } = useAccess();
  const [editing, setEditing] = useState<Exception | 'new' | null>(null);
  const { data, error, refetch } = useRead<Exception[]>(`/${PATH}`, QUERY);
  const { data: rules } = useRead<CadenceRule[]>('/ledger/rules');
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data || !rules) return <Skeleton active title={false} />;
  return (
    <>
      <p className="muted">{say(words.note)}</p>
      {may('create', PATH) && (
        <div className="ledger-filters">
          <Button type="primary" onClick={() => setEditing('new')}>
            {say(words.add)}
          </Button>
          {has('loadPreset') && <LoadHolidays onLoaded={refetch} />}
        </div>
      )}
      {data.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul className="ledger-list">
        {data.map((one) => (
          <Line
            key={one.documentId}
            exception={one}
            rules={rules}
            onEdit={may('update', PATH) ? () => setEditing(one) : null}
            onGone={refetch}
          />
        ))}
      </ul>
      {editing && (
        <ExceptionForm
          exception={editing === 'new' ? null : editing}
          rules={rules}
          onClose={() => {
            setEditing(null);
            refetch();
          }}
        />
      )}
    </>
  );
}

type LineProps = {
  exception: Exception;
  rules: readonly CadenceRule[];
  onEdit: (() => void) | null;
  onGone: () => void;
};

function Line({ exception, rules, onEdit, onGone }: LineProps) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { remove } = useWrites(PATH);
  const whom = [exception.unit, exception.station, exception.town].flatMap((one) => (one ? [one.name] : []));
  const codes = exception.rules ?? [];
  const from = codes.map((code) => {
    const rule = rules.find((one) => one.code === code);
    return rule ? say(rule.words) : code;
  });
  const destroy = async () => {
    try {
      await remove({ id: exception.documentId, rev: exception.rev }, onGone);
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    }
  };
  return (
    <li>
      <span className="ledger-list-name">
        {exception.reason} <Tag>{say(optionWords('cadence-exception', 'kind', exception.kind))}</Tag>
      </span>
      <span>{`${exception.startsOn} – ${exception.endsOn}`}</span>
      <span className="muted">{whom.length === 0 ? say(words.everybody) : whom.join(' · ')}</span>
      <span className="muted">{from.length === 0 ? say(words.allRules) : from.join('、')}</span>
      {onEdit && (
        <span>
          <Button type="link" size="small" onClick={onEdit}>
            {say(words.edit)}
          </Button>
          <Popconfirm title={say(words.sure)} onConfirm={() => void destroy()}>
            <Button type="link" size="small" danger>
              {say(words.remove)}
            </Button>
          </Popconfirm>
        </span>
      )}
    </li>
  );
}

function LoadHolidays({ onLoaded }: { onLoaded: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    try {
      const { data } = await http.post<{ data: { created: number } }>('/presets/holidays', {});
      const { created } = data.data;
      message.success(
        say(
          created > 0
            ? { zh: `已载入 ${created} 个节假日。`, en: `${created} holidays loaded.` }
            : { zh: '方案期内的节假日都已载入。', en: 'All holidays of the programme are there.' },
        ),
      );
      onLoaded();
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void load()}>
      {say(words.holidays)}
    </Button>
  );
}
