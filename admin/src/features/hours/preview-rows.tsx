import { findingWords } from '@jiedui/shared/hours';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';
import { Tag, type Tone } from '../../ui/tone';
import type { PreviewRow } from './use-export';

const KINDS: Record<PreviewRow['kind'], { tone: Tone; words: Words }> = {
  new: { tone: 'green', words: { zh: '新增', en: 'New' } },
  changed: { tone: 'blue', words: { zh: '变更', en: 'Changed' } },
  unchanged: { tone: 'neutral', words: { zh: '无变化', en: 'Unchanged' } },
  repeated: { tone: 'neutral', words: { zh: '文件内重复', en: 'Repeated' } },
};

const words = {
  first: {
    zh: '需要处理的行在前,最多显示 300 行。',
    en: 'Rows to settle come first; at most 300 are shown.',
  },
};

/** The rows of an export as they were understood, each with what is wrong with it. */
export function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  const { say } = useWords();
  return (
    <>
      <p className="muted">{say(words.first)}</p>
      <ul className="record-cards hours-preview">
        {rows.map((row) => (
          <li key={row.row} className="record-card">
            <div className="record-card-title">
              <span>
                <span className="muted">{say({ zh: `第 ${row.row} 行`, en: `Row ${row.row}` })}</span>{' '}
                {row.personName || '—'}
              </span>
              <Tag tone={KINDS[row.kind].tone}>{say(KINDS[row.kind].words)}</Tag>
            </div>
            <div className="muted">
              {[
                row.maskedId,
                row.activityNumber,
                row.activityTitle,
                row.day,
                row.minutes === null ? null : say({ zh: `${row.minutes}分钟`, en: `${row.minutes} min` }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {row.findings.length > 0 && (
              <ul className="hours-findings">
                {row.findings.map((finding) => (
                  <li key={finding.code}>{say(findingWords(finding))}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
