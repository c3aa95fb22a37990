import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { useLineDown } from '../../providers/line';
import { useSession } from '../../providers/session';
import { DiscardButton } from './discard-button';
import { OUTCOME_WORDS, useOutcomes } from './outcomes';
import { useDrafted, useKeptSheets } from './use-kept-sheets';

const words = {
  title: { zh: '未发送的修改', en: 'Edits not sent yet' },
  unknown: { zh: '一张评分表', en: 'A sheet' },
};

/** The sheets whose edits are only on this device, and what each waits for; nothing where all were sent. */
export function UnsentList() {
  const { say } = useWords();
  const { documentId: account } = useSession().actor;
  const drafted = useDrafted(account);
  const outcomes = useOutcomes();
  const down = useLineDown();
  const kept = useKeptSheets(account, drafted.size > 0);
  // While they are on their way there is nothing to tell.
  const shown = [...drafted].filter((id) => down || outcomes.has(id));
  if (shown.length === 0) return null;
  return (
    <section className="panel sheet-unsent" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{shown.length}</span>
      </h2>
      <ul>
        {shown.map((id) => {
          const outcome = outcomes.get(id) ?? 'offline';
          const name = kept?.sheets.find(({ sheet }) => sheet.evaluation.documentId === id)?.sheet.unit.name;
          return (
            <li key={id}>
              <span>
                {outcome === 'gone' ? (
                  <strong>{name ?? say(words.unknown)}</strong>
                ) : (
                  <Link to={`/evaluations/${id}`}>{name ?? say(words.unknown)}</Link>
                )}{' '}
                <span className="muted">{say(OUTCOME_WORDS[outcome])}</span>
              </span>
              {outcome !== 'offline' && <DiscardButton account={account} sheet={id} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
