import { removalNeedsReason } from '@jiedui/shared/workflow';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { titleOf } from '../field/value';
import { useWrites } from '../use-writes';
import { ReasonDialog } from './reason-dialog';

const FOR_GOOD = { zh: '删除后不能恢复。', en: 'It cannot be brought back.' };

/** Deletes a record after a question, or with a reason where one is kept; the server refuses while other records use it. */
export function DeleteButton({ model, row, onDeleted }: { model: Model; row: Row; onDeleted: () => void }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { message, modal } = App.useApp();
  const { remove } = useWrites(model.path);
  const [asking, setAsking] = useState(false);
  if (!may('delete', model.path)) return null;

  const confirmed = async (reason?: string) => {
    setAsking(false);
    try {
      await remove(row, onDeleted, reason);
      message.success(say({ zh: '已删除。', en: 'Deleted.' }));
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  const name = titleOf(model, row) ? `“${titleOf(model, row)}”` : '';
  const question = say({ zh: `删除${name}?`, en: `Delete ${name}?` });
  const ask = () => {
    if (removalNeedsReason(model.resource)) return setAsking(true);
    modal.confirm({
      title: question,
      content: say(FOR_GOOD),
      okButtonProps: { danger: true },
      okText: say({ zh: '删除', en: 'Delete' }),
      onOk: () => confirmed(),
    });
  };
  return (
    <>
      <Button danger onClick={ask}>
        {say({ zh: '删除', en: 'Delete' })}
      </Button>
      {asking && (
        <ReasonDialog
          title={question}
          warning={FOR_GOOD}
          onGive={(reason) => void confirmed(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
