import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { labelOf, type Model } from '../../models/model';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Value } from '../field/value';
import { RelationSelect } from '../list/relation-select';

/** What both have changed: the fields in question, the record as typed here and as saved by somebody else. */
export type Conflict = { mine: Row; theirs: Row; fields: string[] };

const words = {
  title: { zh: '其他人刚刚修改了这条记录', en: 'Somebody changed this record meanwhile' },
  text: {
    zh: '请核对。您填写的内容没有丢失。',
    en: 'Compare the two versions. What you typed is not lost.',
  },
  field: { zh: '字段', en: 'Field' },
  mine: { zh: '我填写的', en: 'Mine' },
  theirs: { zh: '现在保存的', en: 'Saved now' },
  empty: { zh: '(空)', en: '(empty)' },
  keep: { zh: '用我的内容保存', en: 'Save mine' },
  take: { zh: '采用现在保存的', en: 'Take what is saved' },
  back: { zh: '返回继续修改', en: 'Back to the form' },
};

type Props = {
  model: Model;
  conflict: Conflict | null;
  /** Stands in place of the table, where both versions are too large for one. */
  children?: ReactNode;
  onKeep: () => void;
  onTake: () => void;
  onBack: () => void;
};

export function ConflictDialog({ model, conflict, children, onKeep, onTake, onBack }: Props) {
  const { say } = useWords();
  const models = useModels();
  if (!conflict) return null;
  const cell = (row: Row, field: string) => {
    const value = row[field];
    if (value === null || value === undefined || value === '')
      return <span className="muted">{say(words.empty)}</span>;
    const target = modelOfResource(models, model.fields[field]?.target ?? '');
    const chosen = [value].flat();
    // A relation as chosen in the form is an id still; the picker knows how to name it.
    if (target && chosen.every((one) => typeof one === 'string')) {
      const several = Array.isArray(value);
      return (
        <RelationSelect target={target.path} several={several} value={value as string | string[]} disabled />
      );
    }
    return <Value model={model} field={field} row={row} />;
  };
  return (
    <Modal
      open
      width={720}
      title={say(words.title)}
      onCancel={onBack}
      footer={[
        <Button key="back" onClick={onBack}>
          {say(words.back)}
        </Button>,
        <Button key="take" onClick={onTake}>
          {say(words.take)}
        </Button>,
        <Button key="keep" type="primary" onClick={onKeep}>
          {say(words.keep)}
        </Button>,
      ]}
    >
      <p>{say(words.text)}</p>
      {children ?? (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{say(words.field)}</th>
              <th scope="col">{say(words.mine)}</th>
              <th scope="col">{say(words.theirs)}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.fields.map((field) => (
              <tr key={field}>
                <th scope="row">{say(labelOf(model, field))}</th>
                <td>{cell(conflict.mine, field)}</td>
                <td>{cell(conflict.theirs, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
