import { CheckCircleFilled, CloseOutlined, RedoOutlined } from '@ant-design/icons';
import type { Words } from '@jiedui/shared/text';
import { Button, Progress } from 'antd';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Upload, UploadQueue, Uploads } from './upload-queue';

const words = {
  waiting: { zh: '等待发送', en: 'Waiting' },
  sending: { zh: '发送中', en: 'Sending' },
  sent: { zh: '已送达', en: 'Arrived' },
  lost: {
    zh: '连不上服务器。照片已存在本机,网络恢复后自动继续,不会重复。',
    en: 'No server. The files are kept on this device and go on by themselves, each once.',
  },
  now: { zh: '立即重试', en: 'Try now' },
  retry: { zh: '重试', en: 'Try again' },
  remove: { zh: '不再发送', en: 'Give up' },
  list: { zh: '正在上传', en: 'On their way' },
};

function stateWords(file: Upload): Words {
  if (file.state !== 'refused') return words[file.state];
  const { fieldErrors } = file.problem ?? {};
  const [first] = fieldErrors ?? [];
  return first?.message ? { zh: first.message, en: first.message } : errorWords(file.problem);
}

function Row({ file, queue }: { file: Upload; queue: UploadQueue }) {
  const { say } = useWords();
  const refused = file.state === 'refused';
  return (
    <li className={refused ? 'upload upload-refused' : 'upload'}>
      <span className="upload-name" title={file.name}>
        {file.name}
      </span>
      <span className="upload-state">
        {file.state === 'sent' && <CheckCircleFilled className="upload-done" aria-hidden />}{' '}
        {say(stateWords(file))}
      </span>
      {refused && (
        <Button
          size="small"
          icon={<RedoOutlined />}
          aria-label={`${say(words.retry)} ${file.name}`}
          onClick={() => queue.retry(file.key)}
        />
      )}
      {(refused || file.state === 'waiting') && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={`${say(words.remove)} ${file.name}`}
          onClick={() => queue.remove(file.key)}
        />
      )}
      {file.state === 'sending' && (
        <Progress
          className="upload-progress"
          percent={Math.round(file.progress * 100)}
          size="small"
          aria-label={`${say(words.sending)} ${file.name}`}
        />
      )}
    </li>
  );
}

/** The files on their way, each with how far it is. */
export function UploadRows({ queue, uploads }: { queue: UploadQueue; uploads: Uploads }) {
  const { say } = useWords();
  if (uploads.files.length === 0) return null;
  const waits = uploads.lost && uploads.files.some(({ state }) => state === 'waiting');
  return (
    <div className="uploads">
      <ul aria-label={say(words.list)}>
        {uploads.files.map((file) => (
          <Row key={file.key} file={file} queue={queue} />
        ))}
      </ul>
      {waits && (
        <p className="upload-lost" role="status">
          {say(words.lost)}{' '}
          <Button size="small" onClick={() => void queue.resume()}>
            {say(words.now)}
          </Button>
        </p>
      )}
    </div>
  );
}
