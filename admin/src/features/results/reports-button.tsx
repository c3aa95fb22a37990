import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useMadeFile } from './use-made-file';

const words = {
  reports: { zh: '各单位告知书(Word)', en: 'Reports of all units (Word)' },
  making: (percent: number) => ({ zh: `正在生成告知书 ${percent}%`, en: `Making the reports ${percent}%` }),
};

/** Has the reports of all units of a result made, shows how far they are, and saves them. */
export function ReportsButton({ result }: { result: string }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { progress, make } = useMadeFile(`/results/${result}/reports`);
  const start = () => make({}).catch((error: unknown) => message.error(say(errorWords(error))));
  return (
    <Button icon={<DownloadOutlined />} loading={progress !== null} onClick={start} aria-live="polite">
      {say(progress === null ? words.reports : words.making(progress))}
    </Button>
  );
}
