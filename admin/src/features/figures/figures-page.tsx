import { acceptsFigures } from '@jiedui/shared/round';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRoundState } from '../../ui/use-round-state';
import { FIGURE_FORM } from './figure-fields';
import { FigureWords } from './figure-words';
import { RoundPicker } from './round-picker';

const FIGURE = { zh: '数据', en: 'Figure' };
const COLUMNS = [
  { field: 'unit', sort: 'unit.name' },
  { field: 'round', sort: 'round.name' },
  { field: 'metric', sort: true, width: 120 },
  {
    field: 'numerator',
    also: ['denominator', 'invited', 'value', 'metric'],
    label: FIGURE,
    width: 400,
    narrow: true,
    render: (row: Row) => <FigureWords row={row} />,
  },
  'method',
];
const FILTERS: readonly FilterField[] = [
  { kind: 'relation', field: 'round' },
  { kind: 'enum', field: 'metric' },
  { kind: 'relation', field: 'unit' },
];

/** The way in for many at once: rows are recognised by what makes a figure one. */
const IMPORT = '/import?type=metric-entry&key=round,unit,metric';

/** What the office enters for a round: rates of the public and results of inspections. */
function FiguresPage() {
  const model = useModel('metric-entries');
  const { say } = useWords();
  const { has, may } = useAccess();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const round = params.get('round');
  const { roundState, error, refetch } = useRoundState(round);
  const open = round === null || acceptsFigures(roundState);
  const bring = has('importWorkbook') && may('create', 'metric-entries');
  return (
    <Page
      title={say({ zh: '群众和督查数据', en: 'Entered figures' })}
      actions={
        <>
          {bring && <Link to={IMPORT}>{say({ zh: '从表格导入', en: 'Import a sheet' })}</Link>}
          {open && (
            <NewRecord
              model={model}
              label={say({ zh: '录入数据', en: 'Enter a figure' })}
              fields={FIGURE_FORM.filter((field) => field !== 'reason')}
              preset={{ round }}
              controls={{ round: <RoundPicker /> }}
              onCreated={(row) => void navigate(`/metric-entries/${row.id}`)}
            />
          )}
        </>
      }
    >
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      <RecordTable
        model={model}
        caption={{ zh: '群众和督查数据', en: 'Entered figures' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        searchable={false}
        empty={{
          zh: '还没有录入数据。测评体系中取自“群众满意度”等数据的指标,由区办公室在此录入。',
          en: 'Nothing is entered. Indicators that take satisfaction and the like wait for what is entered here.',
        }}
      />
    </Page>
  );
}

export { FiguresPage as Component };
