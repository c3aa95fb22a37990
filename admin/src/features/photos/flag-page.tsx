import type { Words } from '@jiedui/shared/text';
import { Image } from 'antd';
import { Link, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { useFileContent } from '../../ui/record/use-file-content';
import './photos.css';

const words = {
  back: { zh: '照片核查', en: 'Photo checks' },
  facts: { zh: '核查', en: 'Check' },
  now: { zh: '这次的照片', en: 'The photo' },
  earlier: { zh: '此前的照片', en: 'The earlier one' },
  gone: { zh: '照片已移除,或不在您的范围内。', en: 'The photo is gone, or outside your scope.' },
  next: { zh: '由人判断', en: 'For a person to say' },
  advice: {
    zh: '系统只提示两张照片相像,不作任何扣分或处理。请对照两张照片后判断,并写明理由。',
    en: 'The system only says that the two look alike; nothing follows from that. Compare them, decide, and say why.',
  },
};

function Photo({ id, label, activity }: { id: string; label: Words; activity: unknown }) {
  const { say } = useWords();
  const { address, failed } = useFileContent(id, 'full');
  const linked = asLinked(activity);
  return (
    <figure className="compared-photo">
      <figcaption>
        {say(label)}
        {linked && (
          <>
            {' · '}
            <Link to={`/activities/${linked.documentId}`}>{linkedName(linked)}</Link>
          </>
        )}
      </figcaption>
      {address && <Image src={address} alt={say(label)} />}
      {failed && <p className="muted">{say(words.gone)}</p>}
    </figure>
  );
}

function FlagBody({ row }: { row: Row }) {
  const model = useModel('photo-flags');
  const { say } = useWords();
  return (
    <>
      <section className="panel compared-photos" aria-label={say(words.facts)}>
        <Photo id={String(row.photo)} label={words.now} activity={row.activity} />
        <Photo id={String(row.earlierPhoto)} label={words.earlier} activity={row.earlierActivity} />
      </section>
      <section className="panel">
        <Facts model={model} row={row} fields={['kind', 'earlierDay', 'difference', 'note', 'decidedAt']} />
      </section>
      <section className="panel no-print">
        <h2>{say(words.next)}</h2>
        <p className="muted">{say(words.advice)}</p>
        <StateSteps model={model} row={row} />
      </section>
    </>
  );
}

function FlagPage() {
  const model = useModel('photo-flags');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/photo-flags', label: say(words.back) }}
      tabs={(row) => [{ key: 'facts', label: say(words.facts), content: <FlagBody row={row} /> }]}
    />
  );
}

export { FlagPage as Component };
