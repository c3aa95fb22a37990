import { Alert, App, Button, Spin } from 'antd';
import { useWords } from '../../providers/i18n';
import type { Builder, ModelState } from './model-api';
import { modelActions } from './model-api';
import { useAction } from './use-action';

const words = {
  open: { zh: '打开模型编辑器', en: 'Open the builder' },
  toBuilder: { zh: '进入编辑器', en: 'Go to the builder' },
  toPreview: { zh: '预览控制台', en: 'Preview' },
  close: { zh: '关闭编辑器', en: 'Close the builder' },
  discard: { zh: '放弃草稿', en: 'Discard the draft' },
  discardAsk: { zh: '放弃草稿?', en: 'Discard the draft?' },
  discardText: {
    zh: '未发布的类型、字段、名称和权限都会丢失,正在使用的模型不受影响。',
    en: 'Types, fields, names and access that are not published are lost. The model in force stays as it is.',
  },
  none: {
    zh: '没有待发布的变更。新增类型或字段时,系统会另开一份用后即弃的副本,正在使用的数据不受影响;改好后回到这里查看变更、设置名称和权限,再发布。',
    en: 'Nothing waits to be published. New types and fields are made on a throw-away copy, never on the live data; then come back here to see the changes, set names and access, and publish.',
  },
  draft: { zh: '草稿尚未发布', en: 'A draft waits to be published' },
  starting: { zh: '正在准备副本,约需十几秒…', en: 'The copy is being prepared, a few seconds…' },
  restarting: { zh: '副本正在按新的模型重新启动…', en: 'The copy starts again on the new model…' },
  failed: { zh: '副本未能启动。请关闭后重试。', en: 'The copy did not start. Close it and try again.' },
  running: {
    zh: '编辑器已打开。在其中保存后,草稿会自动更新到本页。',
    en: 'The builder is open. What is saved there comes into the draft by itself.',
  },
  unsupervised: {
    zh: '开发方式启动的服务不能打开编辑器或发布;请用 npm start 启动。',
    en: 'A server started for development can neither open the builder nor publish; start it with npm start.',
  },
};

const WAITING: Partial<Record<Builder['state'], keyof typeof words>> = {
  starting: 'starting',
  restarting: 'restarting',
};

const to = (address: string, place: 'builder' | 'console') => {
  const url = new URL(address);
  url.searchParams.set('to', place);
  return url.toString();
};

/** The way into the copy on which types and fields are made, and out of it. */
export function BuilderPanel({ state, changed }: { state: ModelState; changed: () => void }) {
  const { say } = useWords();
  const { modal } = App.useApp();
  const { busy, run } = useAction();
  const { builder, draft, supervised } = state;
  const act = (work: () => Promise<unknown>) => void run(work).then(changed);

  const askDiscard = () =>
    modal.confirm({
      title: say(words.discardAsk),
      content: say(words.discardText),
      okText: say(words.discard),
      okButtonProps: { danger: true },
      onOk: () => act(modelActions.discardDraft),
    });

  const waiting = WAITING[builder.state];
  return (
    <section className="panel model-builder">
      {!supervised && <Alert type="info" showIcon message={say(words.unsupervised)} />}
      {(!draft || builder.state === 'stopped') && (
        <p className={draft ? '' : 'muted'}>{say(draft ? words.draft : words.none)}</p>
      )}
      {draft?.notices.map((notice) => (
        <Alert key={notice.zh} type="warning" showIcon message={say(notice)} />
      ))}
      {waiting && (
        <p className="muted" role="status">
          <Spin size="small" /> {say(words[waiting])}
        </p>
      )}
      {builder.state === 'failed' && <Alert type="error" showIcon message={say(words.failed)} />}
      {builder.state === 'running' && <p className="muted">{say(words.running)}</p>}
      <div className="model-actions">
        {builder.state === 'stopped' && (
          <Button
            type={draft ? 'default' : 'primary'}
            loading={busy}
            disabled={!supervised}
            onClick={() => act(modelActions.openBuilder)}
          >
            {say(words.open)}
          </Button>
        )}
        {builder.state === 'running' && builder.address && (
          <>
            <Button type="primary" href={to(builder.address, 'builder')} target="_blank">
              {say(words.toBuilder)}
            </Button>
            <Button href={to(builder.address, 'console')} target="_blank">
              {say(words.toPreview)}
            </Button>
          </>
        )}
        {builder.state !== 'stopped' && (
          <Button loading={busy} onClick={() => act(modelActions.closeBuilder)}>
            {say(words.close)}
          </Button>
        )}
        {draft && (
          <Button danger type="text" disabled={busy} onClick={askDiscard}>
            {say(words.discard)}
          </Button>
        )}
      </div>
    </section>
  );
}
