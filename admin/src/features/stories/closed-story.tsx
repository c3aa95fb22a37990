import { Button, Result, Typography } from 'antd';
import { useNavigate } from 'react-router';
import { labelOf, type Model } from '../../models/model';
import { useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { dropDraft } from '../../ui/draft/kept-draft';
import { Blocks } from '../../ui/field/blocks';
import { DiscardButton } from './discard-button';
import { keptChanges } from './kept-changes';
import { type StoryDraft, useDraftKey } from './use-kept-form';

const words = {
  closed: { zh: '这篇稿件现在不能编辑', en: 'This story cannot be edited now' },
  why: {
    zh: '投稿后由编辑修改;已刊发的稿件先点“更正”再编辑。',
    en: 'After it was sent in the desk edits it; a published one is corrected.',
  },
  toStory: { zh: '回到稿件', en: 'Back to the story' },
  kept: { zh: '这台设备上未保存的修改', en: 'Unsaved changes on this device' },
  note: {
    zh: '现在不能保存,可以复制后交给编辑。稿件可以编辑时,会自动恢复到编辑页。',
    en: 'They cannot be saved now; copy them for the desk. Once the story can be edited they are in the editor again.',
  },
  copy: { zh: '全部复制', en: 'Copy all' },
  copied: { zh: '已复制', en: 'Copied' },
  others: { zh: '还改过:', en: 'Also changed: ' },
  comma: { zh: '、', en: ', ' },
};

type Props = { model: Model; row: Row; draft: StoryDraft | null };

/** In place of the editor where a story cannot be edited: what was typed before can still be read and copied. */
export function ClosedStory({ model, row, draft }: Props) {
  const { say } = useWords();
  const navigate = useNavigate();
  const { components } = useModels();
  const key = useDraftKey(row.id);
  const kept = draft && keptChanges(model.fields, draft, components);
  const leave = () => void navigate(`/stories/${row.id}`);
  const discard = () => {
    dropDraft(key);
    leave();
  };
  return (
    <>
      <Result
        title={say(words.closed)}
        subTitle={say(words.why)}
        extra={<Button onClick={leave}>{say(words.toStory)}</Button>}
      />
      {kept && (kept.texts.length > 0 || kept.others.length > 0) && (
        <section className="panel" aria-label={say(words.kept)}>
          <h2>{say(words.kept)}</h2>
          <p className="muted">{say(words.note)}</p>
          {kept.texts.map(({ name, value, plain }) => (
            <div key={name}>
              <h3>{say(labelOf(model, name))}</h3>
              {typeof value === 'string' ? <p className="comment-text">{plain}</p> : <Blocks value={value} />}
            </div>
          ))}
          {kept.others.length > 0 && (
            <p>
              {say(words.others)}
              {kept.others.map((name) => say(labelOf(model, name))).join(say(words.comma))}
            </p>
          )}
          <p>
            {kept.texts.length > 0 && (
              <Typography.Text
                copyable={{
                  text: kept.texts.map(({ plain }) => plain).join('\n\n'),
                  icon: [say(words.copy), say(words.copied)],
                  tooltips: [say(words.copy), say(words.copied)],
                }}
              />
            )}{' '}
            <DiscardButton onDiscard={discard} size="small" />
          </p>
        </section>
      )}
    </>
  );
}
