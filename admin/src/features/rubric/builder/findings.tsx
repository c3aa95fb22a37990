import type { Finding } from '@jiedui/shared/rubric';
import { Button } from 'antd';
import { useWords } from '../../../providers/i18n';
import { Tag } from '../../../ui/tone';
import type { Path } from './fields';

/** What is wrong or unusual, each a link to the place it is about. */
export function Findings({
  findings,
  onShow,
}: {
  findings: readonly Finding[];
  onShow: (path: Path) => void;
}) {
  const { say } = useWords();
  if (findings.length === 0)
    return <p className="muted">{say({ zh: '检查无误,可以启用。', en: 'Nothing is wrong.' })}</p>;
  return (
    <ul className="builder-findings">
      {findings.map((finding) => (
        <li key={`${finding.code}-${finding.path.join('.')}-${finding.message.zh}`}>
          <Tag tone={finding.severity === 'error' ? 'red' : 'amber'}>
            {say(finding.severity === 'error' ? { zh: '错误', en: 'Error' } : { zh: '提示', en: 'Note' })}
          </Tag>
          <Button type="link" size="small" onClick={() => onShow(finding.path)}>
            {say(finding.message)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
