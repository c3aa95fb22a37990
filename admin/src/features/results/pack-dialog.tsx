import { packDays } from '@jiedui/shared/selection';
import { App, DatePicker, Form, Modal, Progress } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { useMadeFile } from './use-made-file';

const words = {
  title: { zh: '评选佐证材料', en: 'Evidence for a selection' },
  make: { zh: '生成并下载', en: 'Make and download' },
  days: { zh: '起止日期', en: 'From and to' },
  about: {
    zh: '用于文明单位、文明校园评选:一个压缩包,含测评结果告知书、活动、报送、时长、项目、故事台账和报送附件,并附文件校验清单。照片只列目录。最多两年。',
    en: 'One archive for the selection: reports, ledgers of activities, filings, hours, projects and stories, files handed in, and a list of hashes. Photos are only listed. Two years at most.',
  },
  cancel: { zh: '关闭', en: 'Close' },
};

/** Asks for the days of a pack, shows how far it is, and saves it. */
export function PackDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { today } = useSession();
  const [days, setDays] = useState<[Dayjs, Dayjs]>([
    dayjs(today).subtract(1, 'year').add(1, 'day'),
    dayjs(today),
  ]);
  const { progress, make } = useMadeFile(`/units/${unit}/selection-packs`);
  const [from, to] = days.map((day) => day.format('YYYY-MM-DD'));
  const checked = packDays(from, to);
  const problem = Array.isArray(checked) ? checked[0]?.message : null;
  const start = async () => {
    if (Array.isArray(checked)) return;
    try {
      await make(checked);
      onClose();
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.make)}
      cancelText={say(words.cancel)}
      confirmLoading={progress !== null}
      okButtonProps={{ disabled: Boolean(problem) }}
      onOk={start}
      onCancel={onClose}
    >
      <p className="muted">{say(words.about)}</p>
      <Form layout="vertical">
        <Form.Item
          label={say(words.days)}
          htmlFor="pack-days"
          {...(problem ? { validateStatus: 'error' as const, help: say(problem) } : {})}
        >
          <DatePicker.RangePicker
            id="pack-days"
            allowClear={false}
            disabled={progress !== null}
            value={days}
            onChange={(next) => next?.[0] && next[1] && setDays([next[0], next[1]])}
          />
        </Form.Item>
      </Form>
      {progress !== null && <Progress percent={progress} aria-label={say(words.title)} />}
    </Modal>
  );
}
