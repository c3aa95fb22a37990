import { App, Button } from 'antd';
import type { Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { titleOf } from '../field/value';
import { useWrites } from '../use-writes';

/** Deletes a record after a question; the server refuses while other records use it. */
export function DeleteButton({ model, row, onDeleted }: { model: Model; row: Row; onDeleted: () => void }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { message, modal } = App.useApp();
  const { remove } = useWrites(model.path);
  if (!may('delete', model.path)) return null;

  const confirmed = async () => {
    try {
      await remove(row, onDeleted);
      message.success(say({ zh: '已删除。', en: 'Deleted.' }));
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  const ask = () => {
    const title = titleOf(model, row);
    const name = title ? `“${title}”` : '';
    modal.confirm({
      title: say({ zh: `删除${name}?`, en: `Delete ${name}?` }),
      content: say({ zh: '删除后不能恢复。', en: 'It cannot be brought back.' }),
      okButtonProps: { danger: true },
      okText: say({ zh: '删除', en: 'Delete' }),
      onOk: confirmed,
    });
  };
  return (
    <Button danger onClick={ask}>
      {say({ zh: '删除', en: 'Delete' })}
    </Button>
  );
}
