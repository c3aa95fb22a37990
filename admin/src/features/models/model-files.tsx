import { App, Button, Upload } from 'antd';
import { download } from '../../providers/download';
import { useWords } from '../../providers/i18n';
import { modelActions } from './model-api';
import { useAction } from './use-action';

const words = {
  export: { zh: '导出模型', en: 'Export' },
  exportDraft: { zh: '导出草稿', en: 'Export the draft' },
  apply: { zh: '应用模型文件', en: 'Apply a file' },
  ask: { zh: '用文件中的模型替换草稿?', en: 'Replace the draft by the file?' },
  applied: {
    zh: '文件已成为草稿,请查看变更后发布。',
    en: 'The file is the draft now; look at the changes and publish.',
  },
};

/** The model as a file, out to another installation and in from one. */
export function ModelFiles({ draft, onApplied }: { draft: boolean; onApplied: () => void }) {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const { busy, run } = useAction();
  const apply = async (file: Blob) => {
    if (!(await run(() => modelActions.applyFile(file)))) return;
    message.success(say(words.applied));
    onApplied();
  };
  const save = (query: string) => void run(() => download(`/model/export${query}`, 'model.json'));
  return (
    <>
      <Button disabled={busy} onClick={() => save('')}>
        {say(words.export)}
      </Button>
      {draft && (
        <Button disabled={busy} onClick={() => save('?draft=1')}>
          {say(words.exportDraft)}
        </Button>
      )}
      <Upload
        accept=".json"
        showUploadList={false}
        beforeUpload={(file) => {
          if (draft) modal.confirm({ title: say(words.ask), onOk: () => apply(file) });
          else void apply(file);
          return false;
        }}
      >
        <Button loading={busy}>{say(words.apply)}</Button>
      </Upload>
    </>
  );
}
