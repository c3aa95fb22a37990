import type { VenueKind } from '@jiedui/shared/activity';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { Tag } from '../../ui/tone';
import { newCode } from './new-code';
import { useProgrammeChange } from './use-programme-change';

const words = {
  public: { zh: '公共场所', en: 'Public place' },
  edit: { zh: '修改场所类型', en: 'Change the venue kinds' },
  add: { zh: '增加一类', en: 'Add a kind' },
  remove: { zh: '移除', en: 'Remove' },
  zh: { zh: '中文名称', en: 'Chinese name' },
  en: { zh: '英文名称', en: 'English name' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  required: { zh: '必填。', en: 'Required.' },
  note: {
    zh: '公共场所的活动须有城管审批文件。移除后,已用此类的活动按公共场所对待。',
    en: 'Activities in public places need an urban-management approval; so do those whose kind was removed.',
  },
};

type Programme = { documentId: string; rev: number; venueKinds: readonly VenueKind[] | null };
type Values = { kinds: { code?: string; words: VenueKind['words']; public: boolean }[] };

function List({ kinds }: { kinds: readonly VenueKind[] }) {
  const { say } = useWords();
  return (
    <ul className="venue-kinds">
      {kinds.map((kind) => (
        <li key={kind.code}>
          {say(kind.words)} {kind.public && <Tag tone="amber">{say(words.public)}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function Editor({ programme, close }: { programme: Programme; close: () => void }) {
  const { say } = useWords();
  const { busy, change } = useProgrammeChange(programme);
  const save = async ({ kinds }: Values) => {
    const taken = kinds.flatMap(({ code }) => (code ? [code] : []));
    const venueKinds = kinds.map((kind) => ({
      code: kind.code ?? newCode('venue', taken),
      words: kind.words,
      public: kind.public === true,
    }));
    if (await change({ venueKinds })) close();
  };
  const rules = [{ required: true, whitespace: true, message: say(words.required) }];
  return (
    <Form<Values>
      initialValues={{ kinds: programme.venueKinds ?? [] }}
      onFinish={(values) => void save(values)}
    >
      <Form.List name="kinds">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="venue-kind-row">
                <Form.Item name={[name, 'words', 'zh']} rules={rules}>
                  <Input maxLength={40} aria-label={say(words.zh)} placeholder={say(words.zh)} />
                </Form.Item>
                <Form.Item name={[name, 'words', 'en']} rules={rules}>
                  <Input maxLength={60} aria-label={say(words.en)} placeholder={say(words.en)} />
                </Form.Item>
                <Form.Item name={[name, 'public']} valuePropName="checked">
                  <Checkbox>{say(words.public)}</Checkbox>
                </Form.Item>
                <Button type="link" danger onClick={() => remove(name)}>
                  {say(words.remove)}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ words: { zh: '', en: '' }, public: true })}>{say(words.add)}</Button>
          </>
        )}
      </Form.List>
      <div className="venue-kind-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {say(words.save)}
        </Button>
        <Button onClick={close}>{say(words.cancel)}</Button>
      </div>
    </Form>
  );
}

/** The kinds of places at which activities are held; the office adds to them. */
export function VenueKinds({ programme }: { programme: Programme }) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const [editing, setEditing] = useState(false);
  const mayEdit = may('update', 'programmes') && writes('programmes', 'venueKinds');
  return (
    <section className="panel">
      <p className="muted">{say(words.note)}</p>
      {editing ? (
        <Editor programme={programme} close={() => setEditing(false)} />
      ) : (
        <>
          <List kinds={programme.venueKinds ?? []} />
          {mayEdit && <Button onClick={() => setEditing(true)}>{say(words.edit)}</Button>}
        </>
      )}
    </section>
  );
}
