import { type ItemOf, itemWords } from '@jiedui/shared/rubric';
import { useWords } from '../../providers/i18n';

/** Which number earns which level, beside the number: the evaluator counts, the level follows. */
export function LevelWords({ item }: { item: ItemOf<'level'> }) {
  const { say } = useWords();
  const parts = say(itemWords({ item }, (code) => ({ zh: code, en: code }))).split(';');
  return (
    <ul className="muted sheet-level-words">
      {parts.map((part) => (
        <li key={part}>{part.trim()}</li>
      ))}
    </ul>
  );
}
