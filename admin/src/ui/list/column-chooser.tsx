import { Button, Checkbox, Popover } from 'antd';
import { labelOf, type Model } from '../../models/model';
import { useWords } from '../../providers/i18n';

type Props = {
  model: Model;
  /** Every field that can be a column, in the order in which they stand. */
  available: readonly string[];
  shown: readonly string[];
  isOwn: boolean;
  onChoose: (names: string[] | null) => void;
};

/** Lets the person choose which columns a list shows. The first one leads to the record and stays. */
export function ColumnChooser({ model, available, shown, isOwn, onChoose }: Props) {
  const { say } = useWords();
  const [first] = available;
  const put = (names: string[]) =>
    onChoose(available.filter((name) => name === first || names.includes(name)));
  const content = (
    <div className="column-chooser">
      <Checkbox.Group
        value={[...shown]}
        onChange={put}
        options={available.map((name) => ({
          value: name,
          label: say(labelOf(model, name)),
          disabled: name === first,
        }))}
      />
      <Button size="small" disabled={isOwn} onClick={() => onChoose(null)}>
        {say({ zh: '恢复默认', en: 'Reset' })}
      </Button>
    </div>
  );
  return (
    <Popover
      content={content}
      trigger="click"
      placement="bottomRight"
      title={say({ zh: '显示的列', en: 'Columns' })}
    >
      <Button>{say({ zh: '列', en: 'Columns' })}</Button>
    </Popover>
  );
}
