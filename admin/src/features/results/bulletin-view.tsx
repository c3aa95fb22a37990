import type { Words } from '@jiedui/shared/text';
import { Alert, Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { originOf, type ToldBulletin, type ToldSentence } from './bulletin-data';

const words = {
  stale: { zh: '已过期', en: 'Out of date' },
  gone: { zh: '现在没有这一情况', en: 'Nothing of it is so now' },
  from: { zh: '出处', en: 'From' },
  note: { zh: '内部参考(不在通报中)', en: 'For you alone (not in the bulletin)' },
  holds: { zh: '文中数据与系统现有数据一致。', en: 'Every figure agrees with the records.' },
  corrected: (last: number): Words => ({
    zh: `本结果已由第 ${last} 号更正,请以第 ${last} 号为准。`,
    en: `Corrected by No. ${last}; use that one.`,
  }),
  some: (stale: number): Words => ({
    zh: `${stale} 处数据与系统现有数据不一致,印发前请核对。下载的 Word 文档首段有同样提示。`,
    en: `${stale} figures differ from the records; check them before it is sent out. The Word file says so too.`,
  }),
};

function Sentence({ sentence, round }: { sentence: ToldSentence; round: string }) {
  const { say } = useWords();
  if (!sentence.query) return <span>{sentence.text}</span>;
  const origin = originOf(sentence.query, round);
  return (
    <span className={sentence.stale ? 'bulletin-sentence bulletin-stale' : 'bulletin-sentence'}>
      {sentence.text}
      {sentence.stale && (
        <Tooltip title={sentence.stale.now ?? say(words.gone)}>
          <Tag color="error" tabIndex={0}>
            {say(words.stale)}
          </Tag>
        </Tooltip>
      )}
      <Link className="bulletin-origin link-in-text" to={origin.to}>
        {say(words.from)}:{say(origin.words)}
      </Link>
      {sentence.stale && (
        <span className="bulletin-now">
          {say({ zh: '现为:', en: 'Now: ' })}
          {sentence.stale.now ?? say(words.gone)}
        </span>
      )}
    </span>
  );
}

function State({ stale, number, last }: ToldBulletin) {
  const { say } = useWords();
  const notes = [
    ...(last > number ? [words.corrected(last)] : []),
    ...(stale > 0 ? [words.some(stale)] : []),
  ];
  if (notes.length === 0) return <Alert type="success" showIcon message={say(words.holds)} />;
  return <Alert type="warning" showIcon message={notes.map((note) => say(note)).join(' ')} />;
}

/** The bulletin as it was signed: each sentence with where its numbers come from, and whether it still holds. */
export function BulletinView({ bulletin }: { bulletin: ToldBulletin }) {
  const { say } = useWords();
  const round = bulletin.round.documentId;
  const paragraph = ({ lead, sentences }: ToldBulletin['opening'], key: string) => (
    <p key={key}>
      {lead && <strong>{lead}</strong>}
      {sentences.map((sentence) => (
        <Sentence key={sentence.text} sentence={sentence} round={round} />
      ))}
    </p>
  );
  return (
    <>
      <State {...bulletin} />
      <article className="bulletin" lang="zh-CN">
        <h2>{bulletin.title}</h2>
        <p className="bulletin-addressee">{bulletin.addressee}</p>
        {paragraph(bulletin.opening, 'opening')}
        {bulletin.sections.map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {paragraphs.map((one, at) => paragraph(one, `${heading} ${at}`))}
          </section>
        ))}
        <p>{bulletin.closing}</p>
        <p className="bulletin-signature">
          {bulletin.issuer}
          <br />
          {formatInstant(bulletin.signedAt)}
        </p>
      </article>
      <div className="bulletin-note">
        <strong>{say(words.note)}</strong>
        {paragraph({ lead: null, sentences: bulletin.note }, 'note')}
      </div>
    </>
  );
}
