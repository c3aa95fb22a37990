import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useRead } from '../../ui/use-read';

type Count = { all: number; registered: number };
type Coverage = {
  everybody: Count;
  socialWorkers: Count;
  units: (Count & { documentId: string; name: string })[];
};

const words = {
  workers: { zh: '社工注册', en: 'Social workers registered' },
  everybody: { zh: '志愿者注册', en: 'Volunteers registered' },
  missing: { zh: '还有社工未注册:', en: 'Not all registered:' },
  list: { zh: '志愿者名册', en: 'Volunteers' },
};

const UNITS_NAMED = 3;
const percent = ({ all, registered }: Count) =>
  all === 0 ? '—' : `${Math.round((registered / all) * 100)}%`;

function Figure({ label, count }: { label: string; count: Count }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{percent(count)}</strong> <span className="muted">{`${count.registered}/${count.all}`}</span>
      </dd>
    </div>
  );
}

/** How many are registered with the other system; all social workers should be. */
export function CoverageLine() {
  const { say } = useWords();
  const { may } = useAccess();
  const { data } = useRead<Coverage>('/hours/coverage');
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 1 }} />;
  const lacking = data.units.filter(({ all, registered }) => registered < all);
  return (
    <section className="panel hours-coverage">
      <dl className="facts">
        <Figure label={say(words.workers)} count={data.socialWorkers} />
        <Figure label={say(words.everybody)} count={data.everybody} />
        {lacking.length > 0 && (
          <div>
            <dt>{say(words.missing)}</dt>
            <dd>
              {lacking
                .slice(0, UNITS_NAMED)
                .map(({ name, all, registered }) => `${name} ${all - registered}`)
                .join('、')}
              {lacking.length > UNITS_NAMED && ' …'}
            </dd>
          </div>
        )}
      </dl>
      {may('read', 'volunteers') && <Link to="/records/volunteers">{say(words.list)} ›</Link>}
    </section>
  );
}
