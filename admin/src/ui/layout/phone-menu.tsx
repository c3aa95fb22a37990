import { Drawer } from 'antd';
import { useWords } from '../../providers/i18n';
import { SideMenu } from './side-menu';

export default function PhoneMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="left"
      width={240}
      title={say({ zh: '菜单', en: 'Menu' })}
      styles={{ body: { padding: '8px 0' } }}
    >
      <SideMenu onChosen={onClose} />
    </Drawer>
  );
}
