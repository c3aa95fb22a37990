import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Drawer, Input, Skeleton, Upload } from 'antd';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { MappingForm } from './mapping-form';
import { PreviewRows } from './preview-rows';
import { type ExportPreview, useExport } from './use-export';

const words = {
  title: { zh: '导入i志愿导出文件', en: 'Import an export' },
  drop: { zh: '点击选择,或把导出文件拖到这里', en: 'Choose the export, or drop it here' },
  hint: {
    zh: '.xlsx 或 .csv,GBK、UTF-8 均可,最多 20000 行。先查看,确认后才写入;证件号码只留首尾。',
    en: 'An .xlsx or .csv of at most 20,000 rows. It is shown before anything is written; of numbers only the ends stay.',
  },
  form: { zh: '导出格式的名称', en: 'Name of this form' },
  commit: { zh: '导入', en: 'Import' },
  other: { zh: '另选文件', en: 'Another file' },
  close: { zh: '完成', en: 'Done' },
};

function Chooser({ send, busy }: { send: (file: File) => void; busy: boolean }) {
  const { say } = useWords();
  return (
    <Upload.Dragger
      accept=".xlsx,.csv,.txt"
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        send(file);
        return false;
      }}
    >
      <p className="hours-drop">
        <InboxOutlined />
      </p>
      <p>{say(words.drop)}</p>
      <p className="muted">{say(words.hint)}</p>
    </Upload.Dragger>
  );
}

function Summary({ preview: { counts, skipped, encoding, saved } }: { preview: ExportPreview }) {
  const { say } = useWords();
  const form = saved
    ? { zh: `,按已保存的格式“${saved.name}”读取`, en: `, read by the saved form “${saved.name}”` }
    : { zh: '', en: '' };
  return (
    <>
      <p role="status">
        {say({
          zh: `新增 ${counts.new} 行,变更 ${counts.changed} 行,无变化 ${counts.unchanged} 行${counts.repeated > 0 ? `,文件内重复 ${counts.repeated} 行` : ''};导入后 ${counts.unmatched} 行等待处理。`,
          en: `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.repeated} repeated; ${counts.unmatched} will wait.`,
        })}
      </p>
      <p className="muted">
        {say({
          zh: `${encoding ? `文字编码 ${encoding.toUpperCase()}` : '工作簿'}${form.zh}${skipped.length > 0 ? `;跳过合计、备注等 ${skipped.length} 行(第 ${skipped.map(({ row }) => row).join('、')} 行)` : ''}。`,
          en: `${encoding ?? 'Workbook'}${form.en}; ${skipped.length} rows left out.`,
        })}
      </p>
    </>
  );
}

/** An export comes in: chosen, looked at, its columns corrected, and only then written. */
export function ExportDrawer({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { file, preview, done, error, busy, look, commit, again } = useExport();
  const [addPeople, setAddPeople] = useState(true);
  const [formName, setFormName] = useState('');
  const reasons = error?.fieldErrors.map(({ message }) => message).filter(Boolean) ?? [];
  const nothing = preview !== null && preview.counts.new + preview.counts.changed === 0;

  const footer = done ? (
    <Button type="primary" onClick={onClose}>
      {say(words.close)}
    </Button>
  ) : (
    preview && (
      <>
        <Button disabled={busy} onClick={again}>
          {say(words.other)}
        </Button>
        <Button
          type="primary"
          loading={busy}
          disabled={nothing}
          onClick={() => void commit({ addPeople, formName })}
        >
          {say(words.commit)}
        </Button>
      </>
    )
  );

  return (
    <Drawer
      open
      width="min(960px, 100vw)"
      title={say(words.title)}
      onClose={onClose}
      maskClosable={false}
      footer={footer ? <div className="hours-footer">{footer}</div> : null}
    >
      {error && (
        <Alert
          className="hours-alert"
          type="error"
          showIcon
          message={say(errorWords(error))}
          description={reasons.length > 0 ? reasons.join(' ') : undefined}
        />
      )}
      {!preview && (!busy || !file) && <Chooser busy={busy} send={(chosen) => void look(chosen, null)} />}
      {!preview && busy && <Skeleton active />}
      {preview && !done && (
        <>
          <p>
            <strong>{file?.name}</strong>
          </p>
          <Summary preview={preview} />
          {preview.counts.newPeople > 0 && (
            <p>
              <Checkbox checked={addPeople} onChange={({ target }) => setAddPeople(target.checked)}>
                {say({
                  zh: `把 ${preview.counts.newPeople} 位证件号码正确的人加入志愿者名册`,
                  en: `Add ${preview.counts.newPeople} people with a right number to the volunteers`,
                })}
              </Checkbox>
            </p>
          )}
          <MappingForm
            key={JSON.stringify(preview.mapping)}
            preview={preview}
            busy={busy}
            onChange={(mapping) => file && void look(file, mapping)}
          />
          {!preview.saved && (
            <p>
              <Input
                aria-label={say(words.form)}
                placeholder={say(words.form)}
                maxLength={120}
                value={formName}
                onChange={({ target }) => setFormName(target.value)}
              />
            </p>
          )}
          <PreviewRows rows={preview.rows} />
        </>
      )}
      {done && (
        <Alert
          type="success"
          showIcon
          message={say({
            zh: `已导入:新增 ${done.new} 行,变更 ${done.changed} 行,无变化 ${done.unchanged} 行。`,
            en: `Imported: ${done.new} new, ${done.changed} changed, ${done.unchanged} unchanged.`,
          })}
          description={say({
            zh: '需要人来判断的行在“待处理”中,两边不一致的活动在“两边的差异”中。',
            en: 'Rows for somebody to settle are under “To settle”, what does not agree under “Differences”.',
          })}
        />
      )}
    </Drawer>
  );
}
