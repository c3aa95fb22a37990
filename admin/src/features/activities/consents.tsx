import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';

const FORM = ['childName', 'guardian', 'consentOn'];

const words = {
  add: { zh: '登记同意书', en: 'Add a consent' },
  caption: { zh: '监护人同意书', en: 'Guardians’ consents' },
  note: {
    zh: '只有活动的单位、阵地和区办公室能看到。姓名保存时自动隐去名字;登记后打开该条上传同意书。',
    en: 'Only the unit, the site and the district office see these. Names are masked when saved; open a row to upload the paper.',
  },
};

/** The guardians' consents that are kept for an activity for minors. */
export function Consents({ activity }: { activity: Row }) {
  const { say } = useWords();
  const model = useModel('guardian-consents');
  return (
    <>
      <p className="muted">{say(words.note)}</p>
      <div className="related-actions">
        <NewRecord
          model={model}
          label={say(words.add)}
          fields={FORM}
          preset={{ activity: activity.id }}
          onCreated={() => undefined}
        />
      </div>
      <RecordTable
        model={model}
        caption={words.caption}
        columns={FORM}
        fixed={[{ field: 'activity.documentId', operator: 'eq', value: activity.id }]}
        defaultSort={{ field: 'createdAt', order: 'asc' }}
        searchable={false}
        exportable={false}
        inAddress={false}
        empty={{ zh: '还没有同意书。', en: 'No consents yet.' }}
      />
    </>
  );
}
