import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { StateTag } from '../../ui/field/tags';
import { NewRecord } from '../../ui/list/new-record';
import { Files } from '../../ui/record/files';
import { PartActions } from '../../ui/record/part-actions';
import { useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { Tag } from '../../ui/tone';
import type { StoryPhoto } from './use-photos';

const FORM = ['person', 'minor', 'guardian', 'givenOn'];

const words = {
  title: { zh: '肖像同意', en: 'Consents' },
  add: { zh: '登记一人', en: 'Add a person' },
  none: {
    zh: '还没有登记。图中每个可辨认的人登记一条,姓名保存时自动隐去名字。',
    en: 'Nobody yet. Add each person who can be recognised; names are masked when saved.',
  },
  minor: { zh: '未成年人', en: 'Minor' },
  guardian: { zh: '监护人', en: 'Guardian' },
  on: { zh: '同意日期', en: 'Given on' },
  paper: { zh: '同意书', en: 'Paper' },
};

function Consent({ row }: { row: Row }) {
  const { say } = useWords();
  const model = useModel('portrait-consents');
  const editable = useEditable(model)(row);
  const { may } = useAccess();
  const [open, setOpen] = useState(false);
  const papers = Array.isArray(row.paper) ? row.paper.length : 0;
  return (
    <li>
      <div className="consent-head">
        <strong>{String(row.person)}</strong>
        <StateTag resource="portrait-consent" state={row.state} />
        {row.minor === true && <Tag tone="amber">{say(words.minor)}</Tag>}
        {typeof row.guardian === 'string' && row.guardian && (
          <span className="muted">
            {say(words.guardian)} {row.guardian}
          </span>
        )}
        {typeof row.givenOn === 'string' && (
          <span className="muted">
            {say(words.on)} {row.givenOn}
          </span>
        )}
      </div>
      <div className="consent-steps no-print">
        <StateSteps model={model} row={row} inRow />
        {editable && (
          <PartActions model={model} row={row} fields={FORM} deletable={may('delete', model.path)} />
        )}
        <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(words.paper)}({papers})
        </Button>
      </div>
      {open && <Files model={model} row={row} field="paper" editable={editable} />}
    </li>
  );
}

/** Who is in a picture, and whether each of them agrees to be shown. */
export function PhotoConsents({ photo, minors, name }: { photo: StoryPhoto; minors: boolean; name: string }) {
  const { say } = useWords();
  const { today } = useSession();
  const model = useModel('portrait-consents');
  return (
    <section className="consents" aria-label={`${say(words.title)} ${name}`}>
      <h3>{say(words.title)}</h3>
      {photo.consents.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul>
        {photo.consents.map((row) => (
          <Consent key={row.id} row={row} />
        ))}
      </ul>
      <NewRecord
        model={model}
        label={say(words.add)}
        fields={FORM}
        preset={{ photo: photo.row.id, minor: minors, givenOn: dayjs(today) }}
        onCreated={() => undefined}
      />
    </section>
  );
}
