import { Button, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { ExampleTag } from '../../ui/field/tags';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRecord } from '../../ui/use-record';
import type { FilingKind } from './filing-data';
import './filings.css';

const words = {
  title: { zh: '报送回执', en: 'Receipt' },
  back: { zh: '报送内容', en: 'What was sent in' },
  print: { zh: '打印回执', en: 'Print' },
  none: { zh: '尚未报送,还没有回执。', en: 'It has not been sent in; there is no receipt yet.' },
  number: { zh: '回执号', en: 'Number' },
  what: { zh: '事项', en: 'What' },
  period: { zh: '期次', en: 'Period' },
  whose: { zh: '报送主体', en: 'From' },
  received: { zh: '首次收到', en: 'First received' },
  again: { zh: '补正后收到', en: 'Received again' },
  forwarded: { zh: '转报区', en: 'Forwarded' },
  accepted: { zh: '区接收', en: 'Accepted' },
  judged: { zh: '是否按时', en: 'In time' },
  addendum: { zh: '补报的原件', en: 'Addendum to' },
  files: { zh: '附件', en: 'Files' },
};

const nameOf = (value: unknown) => linkedName(asLinked(value));

/** A moment and who took the step. */
const moment = (at: unknown, by: unknown) => [formatInstant(at), by].filter(Boolean).join(' ');

function judgement(row: Row) {
  const late = row.lateDays;
  if (typeof late !== 'number') return { zh: '补报,不计逾期', en: 'An addendum is not judged' };
  return late === 0 ? { zh: '按时', en: 'In time' } : { zh: `逾期 ${late} 天`, en: `${late} days late` };
}

/** The receipt's lines, of which those without a value are left out. */
function useLines(row: Row): [string, string][] {
  const { say } = useWords();
  const files = Array.isArray(row.files) ? row.files.length : 0;
  const lines: [string, string][] = [
    [say(words.number), String(row.receiptNumber)],
    [say(words.what), nameOf(row.requirement)],
    [say(words.period), row.period === 'once' ? '' : String(row.period ?? '')],
    [say(words.whose), [row.unit, row.station, row.department].map(nameOf).filter(Boolean).join('、')],
    [say(words.addendum), nameOf(row.addendumTo)],
    [say(words.received), formatInstant(row.firstSubmittedAt)],
    [
      say(words.again),
      row.submittedAt === row.firstSubmittedAt ? '' : moment(row.submittedAt, row.submittedBy),
    ],
    [say(words.judged), say(judgement(row))],
    [say(words.forwarded), moment(row.forwardedAt, row.forwardedBy)],
    [say(words.accepted), moment(row.acceptedAt, row.acceptedBy)],
    [say(words.files), say({ zh: `${files} 个`, en: String(files) })],
  ];
  return lines.filter(([, value]) => value !== '');
}

function Sheet({ row }: { row: Row }) {
  return (
    <div className="panel filing-receipt">
      <table>
        <tbody>
          {useLines(row).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The receipt of a filing, to look at and to print: its number and when each level had it. */
export function Receipt({ kind }: { kind: FilingKind }) {
  const { say } = useWords();
  const { id = '' } = useParams();
  const { row, error, refetch } = useRecord(useModel(kind.path), id);
  const back = { to: `/${kind.path}/${id}`, label: say(words.back) };
  if (!row && !error) return <Skeleton active />;
  return (
    <Page
      title={say(words.title)}
      back={back}
      beside={<ExampleTag example={row?.example} />}
      actions={
        row?.receiptNumber ? <Button onClick={() => window.print()}>{say(words.print)}</Button> : undefined
      }
    >
      {error && !row && <ErrorNotice error={error} onRetry={refetch} />}
      {row && !row.receiptNumber && <Notice text={say(words.none)} />}
      {row && Boolean(row.receiptNumber) && <Sheet row={row} />}
    </Page>
  );
}
