import { Pagination, Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { fieldWords } from '../../models/names';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { type Job, KINDS, type Kind, type RowPreview, totalOf } from './use-import';
import { valueText } from './value-text';

export const KIND_WORDS = {
  new: { zh: '新增', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  wrong: { zh: '有误', en: 'Wrong' },
} as const;

const TONES = { new: 'green', changed: 'blue', unchanged: undefined, wrong: 'red' } as const;
const PAGE_SIZE = 50;

const words = {
  sheet: { zh: '工作表', en: 'Sheet' },
  row: { zh: '行', en: 'Row' },
  record: { zh: '记录', en: 'Record' },
  what: { zh: '内容', en: 'What' },
  all: { zh: '全部工作表', en: 'All sheets' },
  blank: { zh: '没有填写', en: 'is empty' },
  none: { zh: '没有这样的行。', en: 'No such rows.' },
};

/** How many rows of each sheet are new, changed, unchanged or wrong. */
export function Counts({ job }: { job: Job }) {
  const { say } = useWords();
  return (
    <table className="plain import-counts">
      <thead>
        <tr>
          <th scope="col">{say(words.sheet)}</th>
          {KINDS.map((kind) => (
            <th scope="col" key={kind}>
              {say(KIND_WORDS[kind])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {job.sheets.map((sheet) => (
          <tr key={sheet.sheet}>
            <th scope="row">{sheet.sheet}</th>
            {KINDS.map((kind) => (
              <td
                key={kind}
                className={kind === 'wrong' && sheet[kind] > 0 ? 'number import-wrong' : 'number'}
              >
                {sheet[kind]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Errors({ errors }: Pick<RowPreview, 'errors'>) {
  const { say } = useWords();
  return (
    <ul className="import-errors">
      {errors.map((error) => (
        <li key={`${error.column}-${error.code}`}>
          <strong>{error.column.replace('*', '')}</strong>{' '}
          {say(error.found ? { zh: `填写为“${error.found}”`, en: `has “${error.found}”` } : words.blank)}
          {say({ zh: `,应为:${error.expected.zh}`, en: `; expected: ${error.expected.en}` })}
        </li>
      ))}
    </ul>
  );
}

/** What a row brings, as it was understood: a misread date shows here, before it is written. */
function Changes({ row, resource }: { row: RowPreview; resource: string }) {
  const { say } = useWords();
  // The name of a new record stands beside this already.
  const told = Object.entries(row.changes).filter(
    ([, [before, after]]) => before !== null || after !== row.label,
  );
  const text = (field: string, value: unknown) => valueText(say, resource, field, value);
  return (
    <ul className={row.kind === 'new' ? 'import-values' : 'import-errors'}>
      {told.map(([field, [before, after]]) => (
        <li key={field}>
          <span className="muted">{say(fieldWords(resource, field))}</span>{' '}
          {row.kind === 'new' ? text(field, after) : `${text(field, before)} → ${text(field, after)}`}
        </li>
      ))}
    </ul>
  );
}

function What({ row, resource }: { row: RowPreview; resource: string }) {
  const { say } = useWords();
  return (
    <>
      {row.errors.length > 0 ? <Errors errors={row.errors} /> : <Changes row={row} resource={resource} />}
      {(row.notes ?? []).map((note) => say(note)).join(';')}
    </>
  );
}

const URGENCY: readonly Kind[] = ['wrong', 'new', 'changed', 'unchanged'];

/** The kind to show first: what needs work, and never an empty list where another has rows. */
const firstKind = (job: Job): Kind => URGENCY.find((kind) => totalOf(job, kind) > 0) ?? 'new';

/** The rows of the workbook as they would come in, by kind and sheet. */
export function Rows({ job }: { job: Job }) {
  const { say } = useWords();
  const [kind, setKind] = useState<Kind>(firstKind(job));
  const [sheet, setSheet] = useState<string>('');
  const [page, setPage] = useState(1);
  const { data, meta, error, refetch } = useRead<RowPreview[], { pagination: { total: number } }>(
    `/imports/${job.id}/rows`,
    { kind, page, ...(sheet ? { sheet } : {}) },
    { keepPrevious: true },
  );
  return (
    <section className="panel import-rows">
      <div className="import-filter">
        <Segmented
          value={kind}
          onChange={(value) => {
            setKind(value as Kind);
            setPage(1);
          }}
          options={KINDS.map((value) => ({
            value,
            label: `${say(KIND_WORDS[value])} ${totalOf(job, value)}`,
          }))}
        />
        <Select
          value={sheet}
          aria-label={say(words.sheet)}
          onChange={(value: string) => {
            setSheet(value);
            setPage(1);
          }}
          options={[
            { value: '', label: say(words.all) },
            ...job.sheets.map((one) => ({ value: one.sheet, label: one.sheet })),
          ]}
        />
      </div>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      {data && data.length > 0 && (
        <div className="import-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(words.sheet)}</th>
                <th scope="col">{say(words.row)}</th>
                <th scope="col">{say(words.record)}</th>
                <th scope="col">{say(words.what)}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((row) => (
                <tr key={`${row.sheet}-${row.row}`}>
                  <td>{row.sheet}</td>
                  <td className="number" data-label={say(words.row)}>
                    {row.row}
                  </td>
                  <td className="import-record">
                    <Tag tone={TONES[row.kind]}>{say(KIND_WORDS[row.kind])}</Tag> {row.label}
                  </td>
                  <td>
                    <What row={row} resource={resourceOfSheet(row.sheet)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(meta?.pagination.total ?? 0) > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={meta?.pagination.total ?? 0}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  );
}

const RESOURCES: Record<string, string> = {
  单位: 'unit',
  阵地: 'station',
  结对: 'pairing',
  人员: 'staff',
  活动: 'activity',
};
const resourceOfSheet = (sheet: string): string => RESOURCES[sheet] ?? sheet;
