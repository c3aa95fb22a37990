import { appliesToOf, cutoffSchema, rulesOf, rulesWords } from '@jiedui/shared/filing';
import type { Words } from '@jiedui/shared/text';
import { useNavigate, useParams } from 'react-router';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { type FilingKind, MATERIALS, REPORTS } from './filing-data';
import './filings.css';
import { AppliesToControl, CutoffControl, RulesControl } from './rule-controls';

const CONTROLS = { appliesTo: <AppliesToControl />, cutoff: <CutoffControl />, rules: <RulesControl /> };

const words = {
  add: { zh: '新建', en: 'New' },
  facts: { zh: '要求', en: 'What is asked' },
  none: { zh: '还没有事项。请新建。', en: 'Nothing is asked for yet. Add the first one.' },
};

type Pages = {
  kind: FilingKind;
  columns: readonly (string | { field: string; sort: boolean; width?: number })[];
  form: readonly string[];
  facts: readonly string[];
};

const REPORT_PAGES: Pages = {
  kind: REPORTS,
  columns: [
    { field: 'title', sort: true },
    { field: 'kind', sort: true },
    { field: 'dueOn', sort: true, width: 120 },
    'dataCutOff',
    'addendaUntil',
    { field: 'active', sort: true, width: 90 },
  ],
  form: [
    'title',
    'code',
    'programme',
    'kind',
    'appliesTo',
    'dueOn',
    'dayIncluded',
    'dataCutOff',
    'addendaUntil',
    'rules',
    'instructions',
    'active',
  ],
  facts: [
    'code',
    'programme',
    'kind',
    'dueOn',
    'dayIncluded',
    'dataCutOff',
    'addendaUntil',
    'active',
    'instructions',
  ],
};

const FILING_PAGES: Pages = {
  kind: MATERIALS,
  columns: [
    { field: 'title', sort: true },
    { field: 'startsOn', sort: true, width: 120 },
    { field: 'endsOn', sort: true, width: 120 },
    { field: 'active', sort: true, width: 90 },
  ],
  form: [
    'title',
    'code',
    'programme',
    'appliesTo',
    'startsOn',
    'endsOn',
    'cutoff',
    'rules',
    'instructions',
    'active',
  ],
  facts: ['code', 'programme', 'startsOn', 'endsOn', 'active', 'instructions'],
};

function List({ kind, columns, form }: Pages) {
  const model = useModel(kind.requirementPath);
  const { say } = useWords();
  const navigate = useNavigate();
  return (
    <Page
      title={say(kind.requirements)}
      back={{ to: `/${kind.path}`, label: say(kind.title) }}
      actions={
        <NewRecord
          model={model}
          label={say(words.add)}
          fields={form}
          controls={CONTROLS}
          onCreated={(row) => void navigate(`/${kind.requirementPath}/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={model}
        caption={kind.requirements}
        columns={columns}
        filters={[{ kind: 'flag', field: 'active' }]}
        defaultSort={{ field: 'title', order: 'asc' }}
        empty={words.none}
      />
    </Page>
  );
}

/** Whom it binds, in words. */
function appliesWords(row: Row, say: (words: Words) => string): string {
  const { unitClasses, stationLevels, departments } = appliesToOf(row.appliesTo);
  return [
    ...unitClasses.map((one) => say(optionWords('unit', 'unitClass', one))),
    ...stationLevels.map((one) => say(optionWords('station', 'level', one))),
    ...(departments ? [say({ zh: '牵头部门', en: 'lead departments' })] : []),
  ].join(say({ zh: '、', en: ', ' }));
}

function cutoffWords(row: Row): Words | null {
  const read = cutoffSchema.safeParse(row.cutoff);
  if (!read.success) return null;
  const { data } = read;
  if (data.every === 'once')
    return {
      zh: `${data.on};此后 ${data.addendaDays} 天内可补报`,
      en: `${data.on}; addenda for ${data.addendaDays} days`,
    };
  const later = data.monthsLater === 1;
  return {
    zh: `每月,${later ? '次月' : '当月'} ${data.day} 日截止;此后 ${data.addendaDays} 天内可补报`,
    en: `Monthly, by day ${data.day} of the ${later ? 'next' : 'same'} month; addenda for ${data.addendaDays} days`,
  };
}

function Body({ kind, facts, row }: Pages & { row: Row }) {
  const model = useModel(kind.requirementPath);
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const cutoff = cutoffWords(row);
  const said: [string, string][] = [
    ['appliesTo', appliesWords(row, say)],
    ...(cutoff ? [['cutoff', say(cutoff)] satisfies [string, string]] : []),
    ['rules', say(rulesWords(rulesOf(row.rules)))],
  ];
  return (
    <>
      <section className="panel">
        <Facts model={model} row={row} fields={facts} />
        <dl className="facts filing-said">
          {said.map(([field, text]) => (
            <div key={field} className="fact-wide">
              <dt>{say(labelOf(model, field))}</dt>
              <dd>{text || '—'}</dd>
            </div>
          ))}
        </dl>
      </section>
      {model.fields.template && (
        <section className="panel">
          <h2>{say(labelOf(model, 'template'))}</h2>
          <Files model={model} row={row} field="template" editable={editable} />
        </section>
      )}
    </>
  );
}

function One(pages: Pages) {
  const { kind, form } = pages;
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={useModel(kind.requirementPath)}
      id={id}
      back={{ to: `/${kind.requirementPath}`, label: say(kind.requirements) }}
      editFields={form}
      editControls={CONTROLS}
      tabs={(row) => [{ key: 'facts', label: say(words.facts), content: <Body {...pages} row={row} /> }]}
    />
  );
}

export const ReportRequirements = () => <List {...REPORT_PAGES} />;
export const ReportRequirement = () => <One {...REPORT_PAGES} />;
export const FilingRequirements = () => <List {...FILING_PAGES} />;
export const FilingRequirement = () => <One {...FILING_PAGES} />;
