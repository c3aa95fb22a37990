import { QRCode, Typography } from 'antd';
import { useWords } from '../../providers/i18n';

const words = {
  title: { zh: '公开日程', en: 'Public schedule' },
  note: {
    zh: '群众扫码或打开链接即可查看本阵地已公布的活动,无需登录;可打印张贴。',
    en: 'Anybody reads the announced activities of this site here, without signing in.',
  },
  open: { zh: '打开公开日程', en: 'Open it' },
};

/** Where the public reads what a site has announced: as a link, a code to scan and a text to copy. */
export function PublicLink({ station }: { station: string }) {
  const { say } = useWords();
  const address = `${window.location.origin}/s/${station}`;
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p className="muted">{say(words.note)}</p>
      <QRCode type="svg" size={140} value={address} bordered={false} aria-label={address} />
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {say(words.open)}
        </a>
      </p>
      <Typography.Text copyable>{address}</Typography.Text>
    </section>
  );
}
