import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Button, Upload } from 'antd';
import { download } from '../../providers/download';
import { type ApiError, errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { Forbidden } from '../../ui/notices';
import { Page } from '../../ui/page';
import { ChooseType, useChosenType } from './choose-type';
import './import.css';
import { JobView } from './job-view';
import { Recent } from './recent';
import { queryOf, useImport } from './use-import';
import { SendingView } from './working';

const words = {
  title: { zh: '数据导入', en: 'Import' },
  template: { zh: '下载模板', en: 'Template' },
  drop: { zh: '点击选择,或把工作簿拖到这里', en: 'Choose a workbook, or drop it here' },
  recordHint: {
    zh: '.xlsx,不超过 20 MB;先下载模板,或用导出的工作簿改好后上传。先检查和预览,确认后才写入。',
    en: 'An .xlsx of at most 20 MB, from the template or an export. It is checked and shown before anything is written.',
  },
  hint: {
    zh: '.xlsx,不超过 20 MB;单位、阵地、结对、人员、活动各一张工作表。先检查和预览,确认后才写入。',
    en: 'An .xlsx of at most 20 MB with sheets for units, sites, pairings, staff and activities. It is checked and shown before anything is written.',
  },
};

type ChooserProps = { hint: string; disabled: boolean; send: (file: File) => void; refuse: () => void };

function Chooser({ hint, disabled, send, refuse }: ChooserProps) {
  const { say } = useWords();
  return (
    <Upload.Dragger
      rootClassName="import-drop"
      accept=".xlsx"
      showUploadList={false}
      disabled={disabled}
      onDrop={({ dataTransfer: { files } }) => {
        // What is dropped and no .xlsx would otherwise be passed over without a word.
        if (![...files].some(({ name }) => /\.xlsx$/i.test(name))) refuse();
      }}
      beforeUpload={(file) => {
        send(file);
        return false;
      }}
    >
      <p className="import-icon">
        <InboxOutlined />
      </p>
      <p>{say(words.drop)}</p>
      <p className="muted">{hint}</p>
    </Upload.Dragger>
  );
}

/** What was refused, and which records are the reason where the server names them. */
function ImportProblem({ error }: { error: ApiError }) {
  const { say } = useWords();
  const reasons = error.fieldErrors.map(({ message }) => message).filter(Boolean);
  return (
    <Alert
      className="import-error"
      type="error"
      showIcon
      message={say(errorWords(error))}
      {...(reasons.length > 0 ? { description: reasons.map((text) => <div key={text}>{text}</div>) } : {})}
    />
  );
}

/** A workbook comes in: read, checked, looked at, and only then written, all of it or nothing. */
function ImportPage() {
  const { say } = useWords();
  const { message } = App.useApp();
  const chosen = useChosenType();
  const only = chosen.type && { type: chosen.type.resource, key: chosen.key };
  const work = useImport(only);
  const { job, sending, error } = work;
  const template = () =>
    download(`/imports/template.xlsx${queryOf(only)}`, 'template.xlsx').catch((thrown: unknown) => {
      message.error(say(errorWords(thrown)));
    });
  if (!chosen.programme && !chosen.type) return <Forbidden />;
  return (
    <Page
      title={say(words.title)}
      actions={<Button onClick={() => void template()}>{say(words.template)}</Button>}
    >
      {error && <ImportProblem error={error} />}
      {sending && <SendingView sending={sending} cancel={work.stopSending} />}
      {!sending && job && (
        <JobView
          job={job}
          busy={work.busy}
          commit={(withoutWrong) => void work.commit(withoutWrong)}
          cancel={() => void work.cancel()}
          checkAgain={() => void work.checkAgain()}
          undo={() => void work.undo()}
          close={work.close}
        />
      )}
      {!sending && !job && (
        <>
          <ChooseType chosen={chosen} />
          <Chooser
            hint={say(only ? words.recordHint : words.hint)}
            disabled={work.busy}
            send={work.send}
            refuse={work.refuse}
          />
          <Recent open={work.open} />
        </>
      )}
    </Page>
  );
}

export { ImportPage as Component };
