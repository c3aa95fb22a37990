import { BellOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../../providers/i18n';
import { useLive, useUnread } from '../../providers/live';

/** The way to what one was told, with how much of it is unread; it changes by itself. */
export function NoticeBell() {
  const { say } = useWords();
  const navigate = useNavigate();
  useLive();
  const unread = useUnread();
  const label =
    unread > 0
      ? { zh: `通知,${unread} 条未读`, en: `Notices, ${unread} unread` }
      : { zh: '通知', en: 'Notices' };
  return (
    <Button
      type="text"
      aria-label={say(label)}
      onClick={() => void navigate('/notifications')}
      icon={
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined />
        </Badge>
      }
    />
  );
}
