import {
  EVIDENCE_WORDS,
  type EvidenceAsked,
  type EvidenceItem,
  type EvidenceKind,
  type EvidenceList,
  evidenceFor,
} from '@jiedui/shared/rubric';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import { useSheetFacts } from './sheet-facts';

/** The pages of the records, by the path whose right to read them it takes; the ledger has none for each. */
const PAGES: Partial<Record<EvidenceKind, string>> = {
  activities: 'activities',
  photos: 'activities',
  filings: 'reports',
  projects: 'projects',
  stories: 'stories',
};

function Item({ kind, item }: { kind: EvidenceKind; item: EvidenceItem }) {
  const { say } = useWords();
  const { may } = useAccess();
  const page = PAGES[kind];
  const title = say(item.title);
  return (
    <li>
      {page && item.documentId && may('read', page) ? (
        <Link className="link-in-text" to={`/${page}/${item.documentId}`} target="_blank">
          {title}
        </Link>
      ) : (
        title
      )}{' '}
      <span className="muted">{[item.day, item.note && say(item.note)].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function Records({ kind, list, asked }: { kind: EvidenceKind; list: EvidenceList; asked: EvidenceAsked }) {
  const { say } = useWords();
  const { total, items } = evidenceFor(list, asked);
  return (
    <div>
      <strong>
        {say(EVIDENCE_WORDS[kind])} <span className="sheet-count">{total}</span>
      </strong>
      <ul>
        {items.map((item) => (
          <Item key={`${item.documentId} ${say(item.title)}`} kind={kind} item={item} />
        ))}
      </ul>
    </div>
  );
}

/** The unit's records that an indicator asks for: how many, and the newest few. On a phone it opens on request. */
export function EvidencePanel({ asked }: { asked: EvidenceAsked }) {
  const { say } = useWords();
  const phone = usePhone();
  const { evidence, retry } = useSheetFacts();
  if (retry) {
    return (
      <p className="muted sheet-evidence">
        {say({ zh: '佐证记录暂时读不到。', en: 'The records cannot be read just now.' })}{' '}
        <Button onClick={retry}>{say({ zh: '重试', en: 'Try again' })}</Button>
      </p>
    );
  }
  if (!evidence) return null;
  const lists = asked.kinds.map((kind) => ({ kind, list: evidence[kind] ?? { counts: [], items: [] } }));
  const summary = lists
    .map(({ kind, list }) => `${say(EVIDENCE_WORDS[kind])} ${evidenceFor(list, asked).total}`)
    .join(say({ zh: '、', en: ', ' }));
  return (
    <details className="sheet-evidence" open={!phone}>
      <summary>
        {say({ zh: '佐证记录:', en: 'Records: ' })}
        {summary}
      </summary>
      <div className="sheet-records">
        {lists.map(({ kind, list }) => (
          <Records key={kind} kind={kind} list={list} asked={asked} />
        ))}
      </div>
    </details>
  );
}
