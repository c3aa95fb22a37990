import { standingOf } from '@jiedui/shared/story';
import { Alert, Button, Form, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
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
import { ClosedStory } from './closed-story';
import { DiscardButton } from './discard-button';
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
  closed: {
    zh: '这篇稿件的状态已变,现在不能保存。您输入的内容还在,可以先复制。',
    en: 'The state of this story has changed; it cannot be saved now. What you typed is still here and can be copied.',
  },
};

type Props = { model: Model; row: Row; draft: StoryDraft | null };

/** `editable` is false where the story's state has changed under the open form. */
function Editor({ model, row, draft, editable }: Props & { editable: boolean }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const pictures = useStoryPhotos(row.id);
  const [changed, setChanged] = useState(draft !== null);
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
    leave();
  };
  // What would be typed while it is saved would be gone with the page.
  const shut = () => editor.busy;

  return (
    <Form
      form={editor.form}
      layout="vertical"
      className="story-editor"
      initialValues={editor.initialValues}
      onValuesChange={() => setChanged(kept.changed())}
      onFinish={() => void editor.save()}
      scrollToFirstError={{ focus: true }}
    >
      <p className={draft ? 'desk-restored' : 'muted'} role="status">
        {draft && say(words.kept)} {say(words.note)}
      </p>
      {!editable && <Alert className="desk-note" type="warning" showIcon message={say(words.closed)} />}
      <div className="page-grid">
        <section className="panel">
          {pictures.error !== null && !pictures.ready && (
            <ErrorNotice error={pictures.error} onRetry={pictures.refetch} of={say(words.pictures)} />
          )}
          <PicturesProvider value={pictures.ready ? textPictures(pictures.photos) : null}>
            <FormRows rows={rows(MAIN)} fields={model.fields} disabled={shut} />
          </PicturesProvider>
        </section>
        <section className="panel">
          <FormRows
            rows={rows(fields.filter((name) => !MAIN.includes(name)))}
            fields={model.fields}
            disabled={shut}
          />
        </section>
      </div>
      <div className="story-bar no-print">
        <Button onClick={leave}>{say(words.close)}</Button>
        {changed && <DiscardButton onDiscard={discard} disabled={editor.busy} />}
        <Button type="primary" htmlType="submit" loading={editor.busy} disabled={!editable}>
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

/** A form that is open stays open: what is being typed must not go with the story's state. */
function Opened(props: Props) {
  const editable = useEditable(props.model)(props.row);
  const [opened, setOpened] = useState(editable);
  if (editable && !opened) setOpened(true);
  return opened ? <Editor {...props} editable={editable} /> : <ClosedStory {...props} />;
}

function EditPage() {
  const model = useModel('stories');
  const { say } = useWords();
  const { id = '' } = useParams();
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
      <Opened key={id} model={model} row={row} draft={kept.draft} />
    </Page>
  );
}

export { EditPage as Component };
