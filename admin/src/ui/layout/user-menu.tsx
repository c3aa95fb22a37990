import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { PasswordDialog } from './password-dialog';

const SignOutDialog = lazy(() => import('./sign-out-dialog'));

/** The signed-in person: who they are, change of password, sign-out. Loaded when first wanted. */
export default function UserMenu({ open: startOpen }: { open: boolean }) {
  const { say } = useWords();
  const { actor } = useSession();
  const [open, setOpen] = useState(startOpen);
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const anchors = Object.values(actor.anchors).map((anchor) => anchor.name);

  return (
    <>
      <Dropdown
        open={open}
        onOpenChange={setOpen}
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: [say(optionWords('staff', 'role', actor.role)), ...anchors].join(' · '),
            },
            { type: 'divider' },
            { key: 'password', label: say({ zh: '修改密码', en: 'Change password' }) },
            { key: 'out', label: say({ zh: '退出登录', en: 'Sign out' }) },
          ],
          onClick: ({ key }) => {
            if (key === 'password') setChanging(true);
            if (key === 'out') setLeaving(true);
          },
        }}
      >
        <Button type="text" className="shell-account" aria-haspopup="menu" aria-expanded={open}>
          <span className="shell-name">{actor.displayName}</span> <DownOutlined />
        </Button>
      </Dropdown>
      <Suspense fallback={null}>{leaving && <SignOutDialog onStay={() => setLeaving(false)} />}</Suspense>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
