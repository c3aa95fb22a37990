import { App, DatePicker, Form, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { placeErrors } from '../../ui/forms/place-errors';
import { ShownOnce } from '../../ui/shown-once';

const words = {
  title: { zh: '生成令牌', en: 'Make a token' },
  until: { zh: '有效期至', en: 'Expires on' },
  untilHelp: {
    zh: '不填则一直有效,但不超过接口用户的有效期。',
    en: 'Left out, it lasts as long as its consumer.',
  },
  make: { zh: '生成', en: 'Make' },
  made: { zh: '新令牌(只显示这一次)', en: 'New token (shown only now)' },
  once: {
    zh: '请现在复制并安全地交给对方,关闭后无法再次查看,只能重新生成。拿到令牌的人都能取稿件,不要写进邮件群发或网页。',
    en: 'Copy it now and hand it over safely: it cannot be shown again. Whoever has it can read the stories.',
  },
  token: { zh: '令牌', en: 'Token' },
};

type Values = { expiresOn?: Dayjs | null };

/** Makes a token and shows it once. */
export function NewToken(props: { address: string; onMade: () => void; onClose: () => void }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [token, setToken] = useState<string | null>(null);

  const make = async ({ expiresOn }: Values) => {
    setBusy(true);
    try {
      const data = expiresOn ? { expiresOn: expiresOn.format('YYYY-MM-DD') } : {};
      const answer = await http.post<{ data: { token: string } }>(props.address, { data });
      setToken(answer.data.data.token);
      props.onMade();
    } catch (problem) {
      const rest = placeErrors(form, problem, locale);
      if (rest) message.error(rest);
    } finally {
      setBusy(false);
    }
  };

  if (token)
    return (
      <ShownOnce
        title={say(words.made)}
        warning={say(words.once)}
        label={say(words.token)}
        value={token}
        onClose={props.onClose}
      />
    );
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.make)}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" onFinish={make}>
        <Form.Item name="expiresOn" label={say(words.until)} extra={say(words.untilHelp)}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
