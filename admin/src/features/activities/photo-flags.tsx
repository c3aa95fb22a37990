import { useList } from '@refinedev/core';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { StateTag } from '../../ui/field/tags';

const PATH = 'photo-flags';
const MOST = 20;

const words = {
  title: { zh: '照片核查', en: 'Photo checks' },
  note: { zh: '仅供核查,不影响评价。', en: 'For a person to look at; nothing follows by itself.' },
};

/** The photos of an activity that look like earlier ones; nothing where there are none. */
export function PhotoFlags({ row }: { row: Row }) {
  const { may } = useAccess();
  const { say } = useWords();
  const { query } = useList<Row>({
    resource: PATH,
    filters: [{ field: 'activity.documentId', operator: 'eq', value: row.id }],
    sorters: [{ field: 'difference', order: 'asc' }],
    pagination: { pageSize: MOST },
    errorNotification: false,
    queryOptions: { enabled: may('read', PATH) },
  });
  const flags = query.data?.data ?? [];
  if (flags.length === 0) return null;
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{flags.length}</span>
      </h2>
      <p className="muted">{say(words.note)}</p>
      <ul className="plain-list">
        {flags.map((flag) => (
          <li key={flag.id}>
            <Link to={`/photo-flags/${flag.id}`}>
              {say(optionWords('photo-flag', 'kind', String(flag.kind)))}
              {typeof flag.earlierDay === 'string' && ` · ${flag.earlierDay}`}
            </Link>{' '}
            <StateTag resource="photo-flag" state={flag.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
