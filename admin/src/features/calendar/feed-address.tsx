import { Alert, App, Button, Input, Space } from 'antd';
import { API_URL } from '../../providers/http';
import { useWords } from '../../providers/i18n';

const words = {
  once: {
    zh: '地址只显示这一次,请现在复制。知道地址的人都能看到其中的活动,不要转发;不用时请停用。',
    en: 'Shown this once: copy it now. Whoever knows it sees the activities; revoke it when it is not needed.',
  },
  address: { zh: '订阅地址', en: 'Address' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  byHand: { zh: '请选中地址后复制。', en: 'Select the address and copy it.' },
  how: {
    zh: '手机:日历 → 添加账户(账号)→ 添加已订阅的日历;电脑 Outlook:添加日历 → 从 Internet。',
    en: 'Add it in your calendar program as a subscribed calendar.',
  },
};

/** A fresh address with its secret, to be copied. */
export function FeedAddress({ token }: { token: string }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const address = `${window.location.origin}${API_URL}/calendar/feed/${token}.ics`;
  const copy = async () => {
    try {
      // There is no clipboard for scripts on a page without https.
      await navigator.clipboard.writeText(address);
      message.success(say(words.copied));
    } catch {
      message.info(say(words.byHand));
    }
  };
  return (
    <>
      <Alert type="warning" showIcon message={say(words.once)} />
      <Space.Compact className="feed-address">
        <Input
          readOnly
          aria-label={say(words.address)}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="primary" onClick={copy}>
          {say(words.copy)}
        </Button>
      </Space.Compact>
      <p className="muted">{say(words.how)}</p>
    </>
  );
}
