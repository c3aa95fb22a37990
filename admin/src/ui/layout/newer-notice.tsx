import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../providers/i18n';
import { worksOffline } from '../../providers/kept-identity';
import { keepProgram } from '../../providers/program';
import { useSession } from '../../providers/session';

/** Keeps the program on the device of those who work without a network, and says when it was updated meanwhile. */
export function NewerNotice() {
  const { say } = useWords();
  const wanted = worksOffline(useSession());
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    if (wanted) void keepProgram(() => setNewer(true));
  }, [wanted]);
  if (!newer) return null;
  return (
    <div className="newer-notice no-print" role="status">
      {say({
        zh: '系统已更新。请保存正在填写的内容后刷新;评分表的内容不会丢失。',
        en: 'The console was updated. Save what you are filling in, then reload; sheets lose nothing.',
      })}{' '}
      <Button size="small" onClick={() => window.location.reload()}>
        {say({ zh: '刷新', en: 'Reload' })}
      </Button>
    </div>
  );
}
