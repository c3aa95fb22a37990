import { missingForRelease, standingOf, storyPath } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import { machineOf, stepsFrom } from '@jiedui/shared/workflow';
import { Alert, Skeleton } from 'antd';
import { Link } from 'react-router';
import { labelOf, type Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { ErrorNotice } from '../../ui/notices';
import { useEditable } from '../../ui/record/record-page';
import { timeWords, unclearedWords } from './held-back';
import type { StoryPhotos } from './use-photos';
import { useWithdrawalReason } from './use-withdrawal';

const words = {
  title: { zh: '刊发前还需要', en: 'Still needed before it comes out' },
  nothing: { zh: '没有待补的内容。', en: 'Nothing is missing.' },
  unknown: {
    zh: '肖像同意由单位、阵地和编辑登记,您看不到同意情况。',
    en: 'Consents are kept by the unit, the site and the desk; you do not see them.',
  },
  pictures: { zh: '图片', en: 'Pictures' },
  toPictures: { zh: '处理图片与同意', en: 'See to the pictures and consents' },
  noTime: {
    zh: '如需定时刊发,请先“重新编辑”,填写“定时刊发”时间后再审定。',
    en: 'To schedule it, edit it again, give a time and approve it.',
  },
  toText: { zh: '补充稿件', en: 'Complete the story' },
  correcting: {
    zh: '正在更正。对外仍是已刊发的内容,点“刊发更正”后才替换。',
    en: 'Being corrected. What is out stays until “Publish correction”.',
  },
  withdrawn: { zh: '稿件已撤下,不再对外显示。', en: 'Withdrawn: it is not shown any more.' },
  reason: { zh: '撤下原因:', en: 'Why: ' },
  out: { zh: '已刊发', en: 'Published' },
  page: { zh: '打开公开页面', en: 'Open the public page' },
} satisfies Record<string, Words>;

/** What still keeps a story back, each with the place where it is put right. */
function Held({ model, row, pictures }: Props) {
  const { say } = useWords();
  const { now } = useSession();
  const { role } = useAccess();
  const fields = missingForRelease(row).map((name) => labelOf(model, name));
  const ofText = [
    ...fields.map(({ zh, en }) => ({ zh: `“${zh}”还没有填写。`, en: `“${en}” is empty.` })),
    ...(standingOf(row.state) === 'inWork' ? timeWords(row, now) : []),
  ];
  const editable = useEditable(model)(row);
  const { ready, error, refetch } = pictures;
  const ofPictures = unclearedWords(row, pictures);
  const unknown = pictures.photos.some(({ uncleared }) => uncleared === null);
  const machine = machineOf(model.resource);
  const canSchedule =
    machine &&
    stepsFrom(machine, String(row.state), role).some(([, { needs }]) => needs?.includes('scheduledFor'));
  const list = (lines: readonly Words[], to: string | null, label: Words) =>
    lines.length > 0 && (
      <>
        <ul className="held">
          {lines.map((line) => (
            <li key={line.zh}>{say(line)}</li>
          ))}
        </ul>
        {to && (
          <p>
            <Link to={to}>{say(label)}</Link>
          </p>
        )}
      </>
    );
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      {ready && ofText.length + ofPictures.length === 0 && <p className="muted">{say(words.nothing)}</p>}
      {list(ofText, editable ? `/stories/${row.id}/edit` : null, words.toText)}
      {list(ofPictures, '?tab=pictures', words.toPictures)}
      {!ready &&
        (error ? (
          <ErrorNotice error={error} onRetry={refetch} of={say(words.pictures)} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 1 }} />
        ))}
      {canSchedule && !row.scheduledFor && <p className="muted">{say(words.noTime)}</p>}
      {unknown && ready && <p className="muted">{say(words.unknown)}</p>}
    </section>
  );
}

type Props = { model: Model; row: Row; pictures: StoryPhotos };

function Withdrawn({ row }: { row: Row }) {
  const { say } = useWords();
  const reason = useWithdrawalReason(row);
  return (
    <Alert
      type="warning"
      showIcon
      message={say(words.withdrawn)}
      description={reason ? `${say(words.reason)}${reason}` : undefined}
    />
  );
}

const PublicLink = ({ row }: { row: Row }) => {
  const { say } = useWords();
  return (
    <a href={storyPath(row.id)} target="_blank" rel="noreferrer">
      {say(words.page)}
    </a>
  );
};

/** What an official has to know first: how the story stands, and what keeps it from coming out. */
export function HeldPanel(props: Props) {
  const { say } = useWords();
  const standing = standingOf(props.row.state);
  if (standing === 'withdrawn') return <Withdrawn row={props.row} />;
  if (standing === 'out')
    return (
      <section className="panel">
        <h2>{say(words.out)}</h2>
        <PublicLink row={props.row} />
      </section>
    );
  return (
    <>
      {standing === 'correcting' && (
        <Alert
          className="desk-note"
          type="info"
          showIcon
          message={say(words.correcting)}
          description={<PublicLink row={props.row} />}
        />
      )}
      <Held {...props} />
    </>
  );
}
