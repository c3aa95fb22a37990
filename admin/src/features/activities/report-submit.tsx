import { gate } from '@jiedui/shared/activity';
import type { Words } from '@jiedui/shared/text';
import { decide, machineOf } from '@jiedui/shared/workflow';
import { App, Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { labelOf, type Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { factsOf } from '../../ui/activity/facts-of';
import { useProgrammeRules } from '../../ui/activity/use-programme-rules';
import { SaveNote } from '../../ui/draft/save-note';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { isOpen } from '../../ui/uploads/upload-queue';
import { useUploads } from '../../ui/uploads/use-uploads';
import { useWrites } from '../../ui/use-writes';
import { useKept } from './use-kept';
import type { Report } from './use-report';

const STEP = 'report';

/** What is missing is named up to here: on a phone the bar must leave room for the form. */
const SHOWN = 2;

const words = {
  report: { zh: '报送', en: 'Report' },
  done: { zh: '已报送。', en: 'Reported.' },
  unsaved: {
    zh: '还没有全部保存到服务器,内容已存在本机。请等网络恢复后再报送。',
    en: 'Not everything is on the server yet; it is kept on this device. Report when the line is back.',
  },
  missing: { zh: '报送前还需要:', en: 'Still needed:' },
};

/** What still holds the report back, from the same definitions as the server's. */
function useMissing(model: Model, row: Row): Words[] {
  const { role } = useAccess();
  const { today } = useSession();
  const { rules, venueKinds } = useProgrammeRules();
  const { kept } = useKept(row.id);
  const machine = machineOf(model.resource);
  if (!machine) return [];
  const decision = decide(machine, STEP, {
    role,
    record: { ...row, state: String(row.state) },
    reason: null,
  });
  const fields = decision.allowed ? [] : decision.missing;
  return [
    ...fields.map((field) => labelOf(model, field)),
    ...gate(factsOf(row, kept ?? {}), rules, STEP, { today, venueKinds }).map((rule) => rule.words),
  ];
}

type Props = { model: Model; row: Row; report: Report; onDone: () => void; reread: () => void };

/** Whether all is saved, what is still missing, and the step itself. */
export function ReportSubmit({ model, row, report, onDone, reread }: Props) {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const { transition } = useWrites(model.path);
  const { store, saver } = report;
  const content = useSyncExternalStore(store.subscribe, store.content);
  const { queue, uploads } = useUploads({ path: model.path, id: row.id, field: 'photos' }, row.rev);
  const missing = useMissing(model, { ...row, ...content });
  const [busy, setBusy] = useState(false);
  const left = uploads.files.filter(isOpen).length;

  const submit = async () => {
    setBusy(true);
    try {
      if (!(await saver.flush())) {
        message.error(say(words.unsaved));
        return;
      }
      const rev = Math.max(saver.rev(), queue.rev(), Number(row.rev));
      await transition({ id: row.id, rev }, STEP);
      message.success(say(words.done));
      onDone();
    } catch (thrown) {
      const error = toApiError(thrown);
      modal.error({
        title: say(errorWords(error)),
        content: error.fieldErrors.map((item) => fieldErrorText(item, locale)).join(' '),
      });
      if (error.statusCode === 409) reread();
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="report-bar">
      <SaveNote saver={saver} />
      {missing.length > 0 && (
        <p className="muted">
          {say(words.missing)} {missing.slice(0, SHOWN).map(say).join('、')}
          {missing.length > SHOWN &&
            say({ zh: ` 等 ${missing.length} 项`, en: ` … ${missing.length} in all` })}
        </p>
      )}
      {left > 0 && (
        <p className="muted">
          {say({ zh: `还有 ${left} 张照片在发送,送达后即可报送。`, en: `${left} photos are on their way.` })}
        </p>
      )}
      <Button
        type="primary"
        size="large"
        block
        disabled={missing.length > 0 || left > 0}
        loading={busy}
        onClick={() => void submit()}
      >
        {say(words.report)}
      </Button>
    </div>
  );
}
