import { questionsAfter } from '@jiedui/shared/activity';
import { Result, Skeleton } from 'antd';
import { useSyncExternalStore } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { labelOf, type Model } from '../../models/model';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { factsOf } from '../../ui/activity/facts-of';
import { formatSpan } from '../../ui/field/format';
import { StateTag } from '../../ui/field/tags';
import { FieldControl } from '../../ui/forms/field-control';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Files } from '../../ui/record/files';
import { useEditable } from '../../ui/record/record-page';
import { useRecord } from '../../ui/use-record';
import { AfterQuestions } from './after-questions';
import './report.css';
import { useProgrammeRules } from '../../ui/activity/use-programme-rules';
import { ReportClash } from './report-clash';
import { REPORT_NUMBERS, REPORT_TEXTS, type ReportContent } from './report-content';
import { ReportSubmit } from './report-submit';
import { type Report, useReport } from './use-report';

const words = {
  title: { zh: '活动报送', en: 'Report an activity' },
  back: { zh: '活动', en: 'Activity' },
  numbers: { zh: '人数和时长', en: 'Numbers' },
  checklist: { zh: '活动后检查表', en: 'Checklist' },
  texts: { zh: '小结和记录', en: 'Summary and minutes' },
  photos: { zh: '照片', en: 'Photos' },
  kept: {
    zh: '填写的内容随时自动保存;没有信号时存在本机,恢复后自动发送。',
    en: 'What you fill in saves itself; without a line it stays on this device and is sent later.',
  },
  notNow: { zh: '这场活动现在不能报送', en: 'This activity cannot be reported now' },
  why: {
    zh: '只有已开展或被退回、且由您负责的活动可以填写报送。',
    en: 'Only an activity that was held or sent back, and that is yours, can be reported.',
  },
  toActivity: { zh: '回到活动', en: 'Back to the activity' },
};

const REPORTABLE = ['held', 'returned'];

/** A text's control tells of a change by an event, a number's by the number. */
function given(change: unknown): string | number | null {
  const target = (change as { target?: { value: string } } | null)?.target;
  return target ? target.value : ((change as string | number | null) ?? null);
}

function ReportField({ model, report, name }: { model: Model; report: Report; name: keyof ReportContent }) {
  const { say } = useWords();
  const { store, saver } = report;
  const content = useSyncExternalStore(store.subscribe, store.content);
  useSyncExternalStore(saver.subscribe, saver.state);
  const field = model.fields[name];
  if (!field) return null;
  const label = say(labelOf(model, name));
  const problems = saver.refusals(name);
  const id = `report-${name}`;
  return (
    <div className="report-field">
      <label htmlFor={id}>{label}</label>
      <FieldControl
        id={id}
        field={field}
        label={label}
        disabled={false}
        value={content[name]}
        onChange={(change: unknown) => store.change({ [name]: given(change) })}
      />
      {problems.length > 0 && (
        <div className="report-problem" role="alert">
          {problems.join(' ')}
        </div>
      )}
    </div>
  );
}

function Questions({ row, report }: { row: Row; report: Report }) {
  const { rules, venueKinds } = useProgrammeRules();
  const { store } = report;
  const content = useSyncExternalStore(store.subscribe, store.content);
  return (
    <AfterQuestions
      questions={questionsAfter(factsOf(row, {}), rules, venueKinds)}
      answers={content.checklist}
      onChange={(checklist) => store.change({ checklist })}
    />
  );
}

function ReportForm({ model, row, reread }: { model: Model; row: Row; reread: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const report = useReport(row);
  if (!report) return <Skeleton active />;
  const fields = (names: readonly (keyof ReportContent)[]) =>
    names.map((name) => <ReportField key={name} model={model} report={report} name={name} />);
  return (
    <>
      <p className="muted">{say(words.kept)}</p>
      <section className="panel">
        <h2>{say(words.numbers)}</h2>
        <div className="report-numbers">{fields(REPORT_NUMBERS)}</div>
      </section>
      <section className="panel">
        <h2>{say(words.checklist)}</h2>
        <Questions row={row} report={report} />
      </section>
      <section className="panel">
        <h2>{say(words.texts)}</h2>
        {fields(REPORT_TEXTS)}
      </section>
      <section className="panel">
        <h2>{say(words.photos)}</h2>
        <Files model={model} row={row} field="photos" editable />
      </section>
      <ReportClash model={model} row={row} report={report} />
      <ReportSubmit
        model={model}
        row={row}
        report={report}
        reread={reread}
        onDone={() => void navigate(`/activities/${row.id}`)}
      />
    </>
  );
}

/** The report of an activity, in one column for a phone. */
function ReportPage() {
  const model = useModel('activities');
  const { say } = useWords();
  const { id = '' } = useParams();
  const editable = useEditable(model);
  const { row, error, refetch } = useRecord(model, id);
  const back = { to: `/activities/${id}`, label: say(words.back) };
  if (error && !row) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!row) return <Skeleton active />;
  const open = editable(row) && REPORTABLE.includes(String(row.state));
  return (
    <Page title={say(words.title)} back={back} beside={<StateTag resource="activity" state={row.state} />}>
      <div className="report">
        <h2 className="report-what">{String(row.title)}</h2>
        <p className="muted">{formatSpan(row.startsAt, row.endsAt)}</p>
        {open ? (
          <ReportForm key={id} model={model} row={row} reread={refetch} />
        ) : (
          <Result
            title={say(words.notNow)}
            subTitle={say(words.why)}
            extra={<Link to={back.to}>{say(words.toActivity)}</Link>}
          />
        )}
      </div>
    </Page>
  );
}

export { ReportPage as Component };
