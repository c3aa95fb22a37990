import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { dimensionMax, type RubricDraft, rubricMax } from '@jiedui/shared/rubric';
import { Button } from 'antd';
import { useWords } from '../../../providers/i18n';

type Props = {
  draft: RubricDraft;
  errors: number;
  saving: { changed: boolean; busy: boolean };
  history: { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void };
  onSave: () => void;
};

/** The points as they add up, what is still wrong, and the way to save. */
export function BuilderBar({ draft, errors, saving, history, onSave }: Props) {
  const { say } = useWords();
  return (
    <div className="builder-bar no-print">
      <div role="status">
        {say({ zh: '满分', en: 'Points' })}{' '}
        <strong className="builder-sum">{String(rubricMax(draft))}</strong>
        {errors > 0 && (
          <span className="builder-wrong"> {say({ zh: `错误 ${errors} 处`, en: `${errors} errors` })}</span>
        )}
      </div>
      <ul>
        {draft.dimensions.map((dimension, d) => {
          const max = String(dimensionMax(dimension));
          if (max === '0') return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: codes may stand twice while they are written
            <li key={d}>
              {dimension.name || dimension.code} <strong>{max}</strong>
            </li>
          );
        })}
      </ul>
      <span className="builder-actions">
        <Button
          icon={<UndoOutlined />}
          disabled={!history.canUndo}
          aria-label={say({ zh: '撤销', en: 'Undo' })}
          onClick={history.undo}
        />
        <Button
          icon={<RedoOutlined />}
          disabled={!history.canRedo}
          aria-label={say({ zh: '恢复', en: 'Redo' })}
          onClick={history.redo}
        />
        <Button type="primary" loading={saving.busy} disabled={!saving.changed} onClick={onSave}>
          {say({ zh: '保存草稿', en: 'Save the draft' })}
        </Button>
      </span>
    </div>
  );
}
