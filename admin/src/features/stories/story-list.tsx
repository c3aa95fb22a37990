import { Link, useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { FromActivity } from './from-activity';
import { NEW_STORY } from './story-fields';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'state', sort: true, width: 100 },
  { field: 'column', sort: 'column.position', width: 110 },
  { field: 'unit', sort: 'unit.name' },
  { field: 'station', sort: 'station.name' },
  { field: 'category', sort: 'category.order', width: 110 },
  { field: 'releasedAt', sort: true, width: 150 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'column', several: true },
  { kind: 'relation', field: 'unit' },
  { kind: 'instantSpan', field: 'releasedAt' },
];
const MORE: readonly FilterField[] = [
  { kind: 'relation', field: 'station' },
  { kind: 'relation', field: 'category', several: true },
  { kind: 'text', field: 'tags' },
  { kind: 'flag', field: 'goodPractice' },
  { kind: 'instantSpan', field: 'scheduledFor' },
  { kind: 'instantSpan', field: 'submittedAt' },
  { kind: 'instantSpan', field: 'correctedAt' },
  { kind: 'instantSpan', field: 'withdrawnAt' },
];

function StoryList() {
  const storyModel = useModel('stories');
  const { say } = useWords();
  const { may } = useAccess();
  const navigate = useNavigate();
  const { unit, station } = useSession().actor.anchors;
  return (
    <Page
      title={say({ zh: '稿件', en: 'Stories' })}
      actions={
        <>
          {may('update', 'story-columns') && (
            <Link to="/records/story-columns">{say({ zh: '专栏设置', en: 'Columns' })}</Link>
          )}
          <FromActivity />
          <NewRecord
            model={storyModel}
            label={say({ zh: '写稿', en: 'New story' })}
            fields={NEW_STORY}
            preset={{ unit: unit?.documentId ?? null, station: station?.documentId ?? null }}
            onCreated={(row) => void navigate(`/stories/${row.id}/edit`)}
          />
        </>
      }
    >
      <RecordTable
        model={storyModel}
        caption={{ zh: '稿件', en: 'Stories' }}
        columns={COLUMNS}
        filters={FILTERS}
        more={MORE}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        empty={{
          zh: '还没有稿件。点“从活动写稿”或“写稿”开始。',
          en: 'No stories yet. Begin with “From an activity” or “New story”.',
        }}
      />
    </Page>
  );
}

export { StoryList as Component };
