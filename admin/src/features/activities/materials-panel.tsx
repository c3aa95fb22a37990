import { missingOnMaterial } from '@jiedui/shared/activity';
import { Link } from 'react-router';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { materialOf } from '../../ui/activity/facts-of';
import { StateTag } from '../../ui/field/tags';
import { NewRecord } from '../../ui/list/new-record';
import { StateSteps } from '../../ui/record/state-steps';

const FORM = ['kind', 'title', 'showsTheme', 'showsHost', 'showsTime', 'note'];
const SHOWN = ['showsTheme', 'showsHost', 'showsTime'] as const;

const words = {
  title: { zh: '宣传物料', en: 'Materials' },
  add: { zh: '登记物料', en: 'Add a piece' },
  none: {
    zh: '还没有登记。请逐件登记背景板、横幅、展板,上传设计稿后送审;由镇或区审核。',
    en: 'Nothing listed. List each backdrop, banner and board, add its design and send it in to be reviewed.',
  },
};

function Piece({ row }: { row: Row }) {
  const { say } = useWords();
  const model = useModel('activity-materials');
  const piece = materialOf(row);
  const shows = SHOWN.map((field) => `${piece[field] ? '✓' : '✗'} ${say(labelOf(model, field))}`);
  const kind = say(optionWords('activity-material', 'kind', piece.kind));
  return (
    <li>
      <div className="piece-head">
        <Link to={`/activity-materials/${row.id}`}>{String(row.title)}</Link>
        {row.title !== kind && <span className="muted">{kind}</span>}
        <StateTag resource="activity-material" state={row.state} />
        {typeof row.reviewedBy === 'string' && <span className="muted">{row.reviewedBy}</span>}
      </div>
      <div className="muted">{shows.join(' · ')}</div>
      <StateSteps
        model={model}
        row={row}
        unmet={(gate) => (gate === 'material' ? missingOnMaterial(piece).map(({ words: said }) => said) : [])}
      />
    </li>
  );
}

/** The backdrop, banners and boards of an activity, each with what it shows and how its review stands. */
export function MaterialsPanel({ activity, pieces }: { activity: Row; pieces: readonly Row[] }) {
  const { say } = useWords();
  const model = useModel('activity-materials');
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {pieces.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul className="pieces">
        {pieces.map((row) => (
          <Piece key={row.id} row={row} />
        ))}
      </ul>
      <div className="no-print">
        <NewRecord
          model={model}
          label={say(words.add)}
          fields={FORM}
          preset={{ activity: activity.id }}
          onCreated={() => undefined}
        />
      </div>
    </section>
  );
}
