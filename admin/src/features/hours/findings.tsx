import { type Finding, findingWords, openFindings } from '@jiedui/shared/hours';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';

/** Why the row waits, one sentence each. */
export function Findings({ row }: { row: Row }) {
  const { say } = useWords();
  const findings = Array.isArray(row.findings) ? (row.findings as Finding[]) : [];
  const { activity, volunteer, day, minutes } = row;
  const open = openFindings(findings, { activity, volunteer, day, minutes });
  if (row.discardReason) return <span className="muted">{String(row.discardReason)}</span>;
  return (
    <ul className="hours-findings">
      {open.map((finding) => (
        <li key={finding.code}>{say(findingWords(finding))}</li>
      ))}
    </ul>
  );
}
