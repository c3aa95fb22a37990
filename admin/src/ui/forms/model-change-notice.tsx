import { Alert, Button } from 'antd';
import { labelOf, type Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { ModelChange } from './model-change';

type Props = { opened: Model; now: Model; change: ModelChange; onTakeOver: () => void };

/** Tells whoever has a form open that the office has published a new model; what was typed stays. */
export function ModelChangeNotice({ opened, now, change, onTakeOver }: Props) {
  const { say } = useWords();
  const { added, gone } = change;
  if (added.length === 0 && gone.length === 0) return null;
  const named = (model: Model, fields: string[]) => {
    const labels = fields.map((field) => labelOf(model, field));
    return {
      zh: labels.map(({ zh }) => `“${zh}”`).join('、'),
      en: labels.map(({ en }) => `“${en}”`).join(', '),
    };
  };
  const came = named(now, added);
  const went = named(opened, gone);
  return (
    <Alert
      type="info"
      className="model-change"
      message={say({
        zh: '表单有更新,您填写的内容都还在。',
        en: 'The form was changed; what you typed is still here.',
      })}
      description={
        <>
          {added.length > 0 && <div>{say({ zh: `新增字段:${came.zh}`, en: `New: ${came.en}` })}</div>}
          {gone.length > 0 && (
            <div>
              {say({ zh: `已取消、不再保存:${went.zh}`, en: `Gone and not saved any more: ${went.en}` })}
            </div>
          )}
          <Button type="primary" size="small" onClick={onTakeOver}>
            {added.length > 0
              ? say({ zh: '加入表单', en: 'Add to the form' })
              : say({ zh: '知道了', en: 'Understood' })}
          </Button>
        </>
      }
    />
  );
}
