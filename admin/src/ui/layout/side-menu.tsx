import { NavLink } from 'react-router';
import { useModels } from '../../models/store';
import { meets } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { menuOf } from './menu';
import { withMenuWords } from './menu-words';

/** Plain links, so that they open in a new tab and need no menu library at the first load. */
export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const { say } = useWords();
  const { role } = useSession().actor;
  const models = useModels();
  const groups = withMenuWords(menuOf(models), models.menu)
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => meets(role, entry.needs)),
    }))
    .filter((group) => group.entries.length > 0);

  return (
    <nav aria-label={say({ zh: '主菜单', en: 'Main menu' })}>
      {groups.map((group) => (
        <div key={group.entries[0]?.to}>
          {group.title && <div className="side-title">{say(group.title)}</div>}
          <ul className="side-group">
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <NavLink className="side-link" to={entry.to} end={entry.to === '/'} onClick={onChosen}>
                  {say(entry.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
