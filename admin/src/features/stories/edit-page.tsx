import { standingOf } from '@jiedui/shared/story';
import { Button, Form, Result, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { addedFields, type Model } from '../../models/model';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { PicturesProvider } from '../../ui/editor/pictures';
import { StateTag } from '../../ui/field/tags';
import { ConflictDialog } from '../../ui/forms/conflict-dialog';
import { FormRows } from '../../ui/forms/form-rows';
import { isAsked } from '../../ui/forms/model-change';
import { useRecordForm } from '../../ui/forms/use-record-form';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useEditable } from '../../ui/record/record-page';
import { useRecord } from '../../ui/use-record';
import { STORY_FORM } from './story-fields';
import { type StoryDraft, useKeptForm, useKeptStory } from './use-kept-form';
import { textPictures, useStoryPhotos } from './use-photos';
import './stories.css';

const MAIN = ['title', 'summary', 'content'];
/** What is asked only before a story comes out, and only while it is corrected. */
const BEFORE = ['embargoUntil', 'scheduledFor'];
const AFTER = ['correction'];

const words = {
  title: { zh: '编辑稿件', en: 'Edit the story' },
  back: { zh: '稿件', en: 'Story' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '放弃修改', en: 'Discard' },
  close: { zh: '返回', en: 'Back' },
  kept: {
    zh: '已恢复上次没有保存的修改。',
    en: 'What was typed and not saved last time is back.',
  },
  note: {
    zh: '输入的内容随时存在本机,点“保存”后才提交。时间均为北京时间。',
    en: 'What you type is kept on this device and goes to the server with “Save”. Times are Beijing’s.',
  },
  pictures: { zh: '图片', en: 'Pictures' },
  closed: { zh: '这篇稿件现在不能编辑', en: 'This story cannot be edited now' },
  why: {
    zh: '投稿后由编辑修改;已刊发的稿件先点“更正”再编辑。',
    en: 'After it was sent in the desk edits it; a published one is corrected.',
  },
  toStory: { zh: '回到稿件', en: 'Back to the story' },
};

type Props = { model: Model; row: Row; draft: StoryDraft | null };

function Editor({ model, row, draft }: Props) {
  const { say } = useWords();
  const navigate = useNavigate();
  const pictures = useStoryPhotos(row.id);
  const [restored, setRestored] = useState(draft !== null);
  const all = [...STORY_FORM, ...addedFields(model)];
  const unasked = standingOf(row.state) === 'correcting' ? BEFORE : AFTER;
  const fields = all.filter(
    (name) => isAsked(model.fields, name) && model.fields[name]?.kind !== 'files' && !unasked.includes(name),
  );
  const leave = () => void navigate(`/stories/${row.id}`);
  const editor = useRecordForm({
    model,
    fields,
    row: draft ? { ...row, ...draft.base, rev: draft.rev } : row,
    onSaved: () => {
      kept.drop();
      leave();
    },
  });
  const kept = useKeptForm({ model, row, editor, draft });
  const rows = (names: readonly string[]) =>
    fields.filter((name) => names.includes(name)).map((name) => [{ name, size: 12 as const }]);

  const discard = () => {
    kept.drop();
    setRestored(false);
    leave();
  };

  return (
    <Form
      form={editor.form}
      layout="vertical"
      className="story-editor"
      initialValues={editor.initialValues}
      onValuesChange={kept.changed}
      onFinish={() => void editor.save()}
      scrollToFirstError={{ focus: true }}
    >
      <p className={restored ? 'desk-restored' : 'muted'} role="status">
        {restored && say(words.kept)} {say(words.note)}
      </p>
      <div className="page-grid">
        <section className="panel">
          {pictures.error !== null && !pictures.ready && (
            <ErrorNotice error={pictures.error} onRetry={pictures.refetch} of={say(words.pictures)} />
          )}
          <PicturesProvider value={pictures.ready ? textPictures(pictures.photos) : null}>
            <FormRows rows={rows(MAIN)} fields={model.fields} />
          </PicturesProvider>
        </section>
        <section className="panel">
          <FormRows rows={rows(fields.filter((name) => !MAIN.includes(name)))} fields={model.fields} />
        </section>
      </div>
      <div className="story-bar no-print">
        <Button onClick={leave}>{say(words.close)}</Button>
        <Button onClick={discard}>{say(words.cancel)}</Button>
        <Button type="primary" htmlType="submit" loading={editor.busy}>
          {say(words.save)}
        </Button>
      </div>
      <ConflictDialog
        model={model}
        conflict={editor.conflict}
        onKeep={editor.keepMine}
        onTake={editor.takeTheirs}
        onBack={editor.backToForm}
      />
    </Form>
  );
}

function EditPage() {
  const model = useModel('stories');
  const { say } = useWords();
  const { id = '' } = useParams();
  const editable = useEditable(model);
  const { row, error, refetch } = useRecord(model, id);
  const kept = useKeptStory(id);
  if (error && !row) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!row || !kept) return <Skeleton active />;
  return (
    <Page
      title={say(words.title)}
      back={{ to: `/stories/${id}`, label: say(words.back) }}
      beside={<StateTag resource="story" state={row.state} />}
    >
      {editable(row) ? (
        <Editor key={id} model={model} row={row} draft={kept.draft} />
      ) : (
        <Result
          title={say(words.closed)}
          subTitle={say(words.why)}
          extra={<Link to={`/stories/${id}`}>{say(words.toStory)}</Link>}
        />
      )}
    </Page>
  );
}

export { EditPage as Component };
