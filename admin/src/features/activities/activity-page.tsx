import type { ActivityStep } from '@jiedui/shared/activity';
import { gate, questionsAfter } from '@jiedui/shared/activity';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { factsOf } from '../../ui/activity/facts-of';
import { useProgrammeRules } from '../../ui/activity/use-programme-rules';
import { formatSpan } from '../../ui/field/format';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { WriteStory } from '../../ui/story/write-story';
import { ACTIVITY_FORM, REPORT_FIELDS } from './activity-fields';
import { AfterQuestions } from './after-questions';
import { annexChecklist } from './annex-checklist';
import { AnnexPanel } from './annex-panel';
import { AttendancePanel } from './attendance-panel';
import { ClashNotice, clashQueryOf } from './clash-notice';
import { Consents } from './consents';
import { MaterialsPanel } from './materials-panel';
import { NoticeFact } from './notice-fact';
import { OfferPicker } from './offer-picker';
import { withPairing } from './pairing-of';
import { PhotoFlags } from './photo-flags';
import { useKept } from './use-kept';
import { VenueInput } from './venue-input';
import { VenuePicker } from './venue-picker';

const PLAN = [
  'category',
  'unit',
  'station',
  'alsoPairings',
  'project',
  'indicators',
  'scheduleItem',
  'venue',
  'venueKind',
  'offers',
  'expectedPeople',
  'routine',
  'materialsReviewed',
  'firstAidOfficer',
  'guides',
  'ivolunteerNumber',
  'publicSecurityLevel',
  'forMinors',
  'safeguardingPerson',
  'minorsSignedUp',
  'announcedAt',
];
const REPORT = [...REPORT_FIELDS, 'reportedAt', 'verifiedAt'];
const BEFORE = ['planned', 'cleared', 'announced', 'cancelled'];

function ActivityBody({ row }: { row: Row }) {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const { today } = useSession();
  const { rules, venueKinds, noticeDays } = useProgrammeRules();
  const navigate = useNavigate();
  const editable = useEditable(activityModel)(row);
  const { may } = useAccess();
  const { pieces, kept } = useKept(row.id);
  const facts = factsOf(row, kept ?? {});
  const options = { today, venueKinds };
  const unmet = (name: string) =>
    gate(facts, rules, name as ActivityStep, options).map((rule) => rule.missing);

  return (
    <div className="page-grid">
      <div>
        <section className="panel">
          <h2>{formatSpan(row.startsAt, row.endsAt)}</h2>
          <p>
            <NoticeFact row={row} noticeDays={noticeDays} />
          </p>
          {editable && <ClashNotice query={clashQueryOf(row)} />}
          <Facts model={activityModel} row={row} fields={PLAN} />
        </section>
        {kept && may('read', 'activity-materials') && <MaterialsPanel activity={row} pieces={pieces} />}
        <section className="panel">
          <h2>{say({ zh: '活动报送', en: 'Report' })}</h2>
          <Facts model={activityModel} row={row} fields={REPORT} />
          {!BEFORE.includes(String(row.state)) && (
            <>
              <h3>{say({ zh: '活动后检查表', en: 'Checklist' })}</h3>
              <AfterQuestions
                questions={questionsAfter(facts, rules, venueKinds)}
                answers={facts.checklist ?? null}
              />
            </>
          )}
          <h3>{say({ zh: '照片', en: 'Photos' })}</h3>
          <Files model={activityModel} row={row} field="photos" editable={editable} />
        </section>
        <AttendancePanel activity={row} />
        <PhotoFlags row={row} />
      </div>
      <div>
        <section className="panel no-print">
          <h2>{say({ zh: '下一步', en: 'Next step' })}</h2>
          <StateSteps
            model={activityModel}
            row={row}
            unmet={unmet}
            onDone={(name) => {
              if (name === 'hold') void navigate(`/activities/${row.id}/report`);
            }}
            none={say({ zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' })}
          />
        </section>
        {kept && <AnnexPanel rules={annexChecklist(facts, String(row.state), rules, options)} />}
        {(['publicSecurityApproval', 'urbanManagementApproval'] as const).map((field) => (
          <section className="panel" key={field}>
            <h2>
              {field === 'publicSecurityApproval'
                ? say({ zh: '公安审批文件', en: 'Public-security approval' })
                : say({ zh: '城管审批文件', en: 'Urban-management approval' })}
            </h2>
            <Files model={activityModel} row={row} field={field} editable={editable} />
          </section>
        ))}
      </div>
    </div>
  );
}

const REPORTABLE = ['held', 'returned'];

/** The way to the report, as soon as there is something to report. */
function ReportLink({ row }: { row: Row }) {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const navigate = useNavigate();
  const editable = useEditable(activityModel)(row);
  if (!editable || !REPORTABLE.includes(String(row.state))) return null;
  return (
    <Button type="primary" onClick={() => void navigate(`/activities/${row.id}/report`)}>
      {say({ zh: '填写报送', en: 'Fill in the report' })}
    </Button>
  );
}

function ActivityPage() {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={activityModel}
      id={id}
      back={{ to: '/activities', label: say({ zh: '活动', en: 'Activities' }) }}
      editFields={ACTIVITY_FORM}
      editControls={{
        venue: <VenueInput except={id} />,
        venueKind: <VenuePicker />,
        offers: <OfferPicker />,
      }}
      complete={withPairing}
      actions={(row) => (
        <>
          <ReportLink row={row} />
          <WriteStory activity={row} />
        </>
      )}
      tabs={(row) => [
        { key: 'facts', label: say({ zh: '基本信息', en: 'Facts' }), content: <ActivityBody row={row} /> },
        ...(row.forMinors === true && may('read', 'guardian-consents')
          ? [
              {
                key: 'consents',
                label: say({ zh: '监护人同意书', en: 'Guardians’ consents' }),
                content: <Consents activity={row} />,
              },
            ]
          : []),
      ]}
    />
  );
}

export { ActivityPage as Component };
