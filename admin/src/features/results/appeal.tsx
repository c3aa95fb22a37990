import type { Place } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import { Alert, Button, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { RecordDrawer } from '../../ui/forms/record-drawer';
import type { AppealFacts } from './result-data';

const words = {
  make: { zh: '提出申诉', en: 'Appeal' },
  note: {
    zh: '一项指标一份申诉。保存后可上传佐证材料,再提交。',
    en: 'One appeal for each indicator. Evidence is added after saving, before it is filed.',
  },
  earlier: { zh: '按复核更正。更正前:', en: 'Corrected after an appeal. Before:' },
};

const FIELDS = ['indicator', 'ground'];

function placeWords({ rank, total, band }: Place): Words {
  const [points, label] = [total ?? '–', band ?? '–'];
  return rank === null
    ? { zh: `总分 ${points},不排名`, en: `total ${points}, no rank` }
    : { zh: `总分 ${points},第 ${rank} 名,${label}`, en: `total ${points}, rank ${rank}, ${label}` };
}

/** What has become of the result: corrected since, or itself a correction; and until when it can be appealed. */
export function AppealNotice({ facts: { by, refused, before, later } }: { facts: AppealFacts }) {
  const { say } = useWords();
  const { may } = useAccess();
  const until: Words = {
    zh: `如有异议,可在 ${by}(含当日)前逐项提出申诉。`,
    en: `Appeals are open until ${by}, that day included.`,
  };
  return (
    <>
      {later && (
        <Alert
          type="warning"
          showIcon
          className="result-notice"
          message={
            <>
              {say({ zh: '该结果已更正,以', en: 'Corrected: what stands is' })}{' '}
              <Link className="link-in-text" to={`/unit-results/${later.documentId}`}>
                {say({ zh: `第 ${later.number} 号`, en: `No. ${later.number}` })}
              </Link>{' '}
              {say({ zh: '为准。', en: '.' })}
            </>
          }
        />
      )}
      {before && (
        <Alert
          type="info"
          showIcon
          className="result-notice"
          message={`${say(words.earlier)}${say(placeWords(before))}`}
        />
      )}
      {by && !later && may('create', 'appeals') && (
        <Alert type="info" showIcon className="result-notice" message={say(refused ?? until)} />
      )}
    </>
  );
}

type Props = { result: string; indicators: { code: string; name: string }[]; facts: AppealFacts };

/** Begins an appeal on one indicator; outside the term the button says why it cannot be pressed. */
export function AppealButton({ result, indicators, facts: { refused } }: Props) {
  const { say } = useWords();
  const { may } = useAccess();
  const model = useModel('appeals');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  if (!may('create', 'appeals')) return null;
  const button = (
    <Button type="primary" disabled={refused !== null} onClick={() => setOpen(true)}>
      {say(words.make)}
    </Button>
  );
  return (
    <>
      {refused ? <Tooltip title={say(refused)}>{button}</Tooltip> : button}
      {open && (
        <RecordDrawer
          model={model}
          title={say(words.make)}
          fields={FIELDS}
          row={null}
          note={<p className="muted">{say(words.note)}</p>}
          controls={{
            indicator: (
              <Select
                showSearch
                optionFilterProp="label"
                options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              />
            ),
          }}
          complete={(values) => ({ ...values, unitResult: result })}
          onClose={() => setOpen(false)}
          onSaved={(row) => void navigate(`/appeals/${row.id}`)}
        />
      )}
    </>
  );
}
