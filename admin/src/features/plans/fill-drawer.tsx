import type { Month } from '@jiedui/shared/calendar';
import { Alert, App, Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { usePhone } from '../../ui/use-phone';
import { useWrites } from '../../ui/use-writes';
import { DraftRows } from './draft-rows';
import { type Draft, problemsOf, toSend } from './drafts';
import { PasteBox } from './paste-box';
import { useFillSource } from './use-fill-source';
import { useSchedule } from './use-month';

export type FillSource = 'plan' | 'copy' | 'paste';

type Props = { source: FillSource; title: string; station: string; month: Month; onClose: () => void };

const words = {
  none: {
    plan: {
      zh: '年度计划中这个月没有尚未安排的事项。',
      en: 'The annual plan has nothing left for this month.',
    },
    copy: { zh: '上月没有安排可以复制。', en: 'There is nothing to copy from last month.' },
  },
  rest: {
    zh: '有的行还需更正,更正或删去后才能保存。',
    en: 'Some rows need correcting; correct or remove them before saving.',
  },
};

/** Rows for a month from where they come, to be looked through and mended before any of them is saved. */
export function FillDrawer({ source, title, station, month, onClose }: Props) {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const phone = usePhone();
  const { readAgain } = useWrites('schedule-items');
  const { rows: existing } = useSchedule(station, month);
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  const offered = useFillSource(source, station, month);
  const [refused, setRefused] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  const rows = drafts ?? offered.drafts ?? [];
  const problems = problemsOf(rows, existing, month);
  const wrong = problems.some((list) => list.length > 0);
  const change = (next: Draft[]) => {
    setRefused([]);
    setDrafts(next);
  };

  const save = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      await http.post('/schedule-items/batch', { data: { station, rows: rows.map(toSend) } });
      await readAgain();
      message.success(say({ zh: `已填入 ${rows.length} 项。`, en: `${rows.length} items added.` }));
      onClose();
    } catch (thrown) {
      const error = toApiError(thrown);
      const told = error.fieldErrors.map((item) => {
        const at = Number(item.path[1]) + 1;
        return say({ zh: `第 ${at} 行:`, en: `Row ${at}: ` }) + fieldErrorText(item, locale);
      });
      setRefused(told.length > 0 ? told : [say(errorWords(error))]);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  const close = () => {
    if (!drafts || drafts.length === 0) return onClose();
    modal.confirm({
      title: say({ zh: '有未保存的内容', en: 'There are unsaved rows' }),
      content: say({ zh: '关闭后内容会丢失。', en: 'Closing loses them.' }),
      okText: say({ zh: '放弃', en: 'Discard' }),
      cancelText: say({ zh: '继续填写', en: 'Go on' }),
      onOk: onClose,
    });
  };

  return (
    <Drawer
      open
      title={`${title} · ${month}`}
      width={phone ? '100%' : 1120}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="draft-foot">
          {wrong && <span className="muted">{say(words.rest)}</span>}
          <Button onClick={close}>{say({ zh: '取消', en: 'Cancel' })}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={rows.length === 0 || wrong}
            onClick={() => void save()}
          >
            {say({ zh: `保存 ${rows.length} 项`, en: `Save ${rows.length}` })}
          </Button>
        </div>
      }
    >
      {source === 'paste' && <PasteBox month={month} names={offered.names} onRead={change} />}
      {source !== 'paste' && offered.drafts?.length === 0 && (
        <Alert type="info" showIcon message={say(words.none[source])} />
      )}
      {refused.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="draft-refused"
          message={say({ zh: '没有保存任何内容', en: 'Nothing was saved' })}
          description={refused.map((line) => <div key={line}>{line}</div>)}
        />
      )}
      <DraftRows rows={rows} problems={problems} names={offered.names} month={month} onChange={change} />
    </Drawer>
  );
}
