import { SOURCE_WORDS } from '@jiedui/shared/rubric';
import { Alert, Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { formatInstant } from '../../ui/field/format';
import { StateTag } from '../../ui/field/tags';
import { Notice } from '../../ui/notices';
import type { KeptSheet } from './kept-sheets';
import { useKeptSheets } from './use-kept-sheets';

const words = {
  hint: {
    zh: '没有网络。下面是您在本机打开过的评分表,可以照常填写,网络恢复后自动发送。',
    en: 'No network. These are the sheets you have opened on this device; fill them in, they are sent later.',
  },
  none: {
    zh: '没有网络,本机也没有打开过的评分表。请在有网络的地方先打开要评的表。',
    en: 'No network, and no sheet was opened on this device before. Open them first where there is a network.',
  },
  kept: { zh: '本机保存', en: 'On this device' },
};

function KeptItem({ sheet, at }: KeptSheet) {
  const { say } = useWords();
  const { evaluation, unit, round } = sheet;
  return (
    <li>
      <Link className="sheet-card panel" to={`/evaluations/${evaluation.documentId}`}>
        <span className="sheet-card-unit">
          <strong>{unit.name}</strong> <Tag>{say(SOURCE_WORDS[evaluation.source])}</Tag>
          <span className="muted">{say(optionWords('unit', 'unitClass', unit.unitClass))}</span>
        </span>
        <span className="muted">{round.name}</span>
        <span className="sheet-card-state">
          <StateTag resource="evaluation" state={evaluation.state} />
          <span className="muted">
            {say(words.kept)} {formatInstant(at)}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** What there is without a network: the sheets that this person has opened on this device before. */
export function KeptList() {
  const { say } = useWords();
  const kept = useKeptSheets(useSession().actor.documentId, true);
  if (!kept) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const { sheets, unreadable } = kept;
  const others = unreadable > 0 && (
    <Alert
      type="info"
      showIcon
      className="kept-note"
      message={say({
        zh: `本机另有 ${unreadable} 张评分表由其他版本的程序保存,联网后刷新页面即可打开。`,
        en: `${unreadable} more were kept by another version of the program; load the page again with a network.`,
      })}
    />
  );
  if (sheets.length === 0) {
    return (
      <>
        {others}
        <Notice text={say(words.none)} />
      </>
    );
  }
  return (
    <>
      {others}
      <Alert type="info" showIcon className="kept-note" message={say(words.hint)} />
      <ul className="sheet-cards">
        {sheets.map((one) => (
          <KeptItem key={one.sheet.evaluation.documentId} {...one} />
        ))}
      </ul>
    </>
  );
}
