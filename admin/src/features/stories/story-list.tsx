import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { STORY_FORM } from './story-fields';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'unit', sort: 'unit.name' },
  { field: 'station', sort: 'station.name' },
  'author',
  { field: 'releasedAt', sort: true, width: 150 },
  { field: 'state', sort: true, width: 90 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'unit' },
  { kind: 'relation', field: 'station' },
];

function StoryList() {
  const storyModel = useModel('stories');
  const { say } = useWords();
  const navigate = useNavigate();
  const { unit, station } = useSession().actor.anchors;
  return (
    <Page
      title={say({ zh: '稿件', en: 'Stories' })}
      actions={
        <NewRecord
          model={storyModel}
          label={say({ zh: '写稿', en: 'New story' })}
          fields={STORY_FORM}
          preset={{ unit: unit?.documentId ?? null, station: station?.documentId ?? null }}
          onCreated={(row) => void navigate(`/stories/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={storyModel}
        caption={{ zh: '稿件', en: 'Stories' }}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'title', order: 'asc' }}
        empty={{ zh: '还没有稿件。点“写稿”开始。', en: 'No stories yet. Begin with “New story”.' }}
      />
    </Page>
  );
}

export { StoryList as Component };
