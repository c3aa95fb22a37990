import { brief, dec } from '@jiedui/shared/decimal';
import { SOURCE_WORDS } from '@jiedui/shared/rubric';
import { type Entry, scoreItem } from '@jiedui/shared/scoring';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';
import type { AppealCase, CasePlace } from './case-data';

const words = {
  sheets: { zh: '各测评员的评分', en: 'What the evaluators gave' },
  corrected: { zh: '更正为', en: 'corrected to' },
  effect: { zh: '更正后的影响', en: 'What the correction does' },
  now: { zh: '更正前', en: 'Before' },
  later: { zh: '更正后', en: 'After' },
  points: { zh: '本项得分', en: 'Points of the indicator' },
  total: { zh: '总分', en: 'Total' },
  rank: { zh: '同类名次', en: 'Rank in the class' },
  band: { zh: '等次', en: 'Band' },
  comment: { zh: '意见', en: 'Comment' },
  decision: { zh: '复核意见', en: 'Decision' },
};

const ROWS = ['points', 'total', 'rank', 'band'] as const;

const shown = (place: CasePlace, key: (typeof ROWS)[number]): string => {
  const value = place[key];
  if (value === null) return '–';
  return key === 'points' ? brief(dec(value)) : String(value);
};

function EntryWords({ of, entry }: { of: AppealCase['indicator']; entry: Entry | null }) {
  const { say } = useWords();
  const score = scoreItem(of, entry ?? undefined);
  return (
    <>
      <strong>{score.value ?? '–'}</strong> <span className="muted">{say(score.words)}</span>
    </>
  );
}

/** What each sheet says of the indicator, and what it is corrected to. */
export function CaseSheets({ of }: { of: AppealCase }) {
  const { say } = useWords();
  return (
    <ul className="appeal-sheets" aria-label={say(words.sheets)}>
      {of.sheets.map(({ id, name, source, before, after }) => (
        <li key={id}>
          <span className="appeal-who">
            {name} <span className="muted">{say(SOURCE_WORDS[source])}</span>
          </span>
          <span>
            <EntryWords of={of.indicator} entry={before} />
            {after && (
              <>
                {' → '}
                {say(words.corrected)} <EntryWords of={of.indicator} entry={after} />
              </>
            )}
          </span>
          {before?.comment && <blockquote>{before.comment}</blockquote>}
        </li>
      ))}
    </ul>
  );
}

/** The unit's place before and after; of the others only how many move. */
export function CaseEffect({ effect }: { effect: NonNullable<AppealCase['effect']> }) {
  const { say } = useWords();
  const others: Words = {
    zh: `另有 ${effect.others} 个单位的名次随之变动。`,
    en: `${effect.others} other units change rank.`,
  };
  return (
    <>
      <h3>{say(words.effect)}</h3>
      <table className="appeal-effect">
        <thead>
          <tr>
            <th />
            <th scope="col">{say(words.now)}</th>
            <th scope="col">{say(words.later)}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((key) => (
            <tr key={key}>
              <th scope="row">{say(words[key])}</th>
              <td>{shown(effect.before, key)}</td>
              <td>{shown(effect.after, key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {effect.others > 0 && <p className="muted">{say(others)}</p>}
    </>
  );
}
