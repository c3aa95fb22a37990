import { useNavigate, useSearchParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asLinked } from '../../providers/row';
import { useSession } from '../../providers/session';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { PLACEMENT_FORM } from './placement-fields';

const COLUMNS = [
  { field: 'title', sort: true },
  { field: 'outlet', sort: true, width: 140 },
  { field: 'level', sort: true, width: 100 },
  { field: 'publishedOn', sort: true, width: 120 },
  { field: 'unit', sort: 'unit.name' },
  { field: 'story', sort: 'story.title' },
  { field: 'state', sort: true, width: 90 },
];
const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'level' },
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'unit' },
  { kind: 'relation', field: 'station' },
  { kind: 'relation', field: 'story' },
  { kind: 'text', field: 'outlet' },
  { kind: 'days', field: 'publishedOn' },
];

const words = {
  title: { zh: '媒体刊发', en: 'Media placements' },
  add: { zh: '登记刊发', en: 'Enter a placement' },
  empty: {
    zh: '没有刊发记录。稿件被市级以上媒体采用后,点“登记刊发”填写媒体、级别、日期和链接。',
    en: 'No placement. Enter one when a medium of the city or above has run a story.',
  },
};

/** A new placement of the story in the address says what the story knows already. */
function usePreset(): Record<string, unknown> {
  const { unit, station } = useSession().actor.anchors;
  const [params] = useSearchParams();
  const story = params.get('story') ?? '';
  const { data } = useRead<Record<string, unknown>>(
    `/stories/${story}`,
    { fields: ['title'], populate: { unit: {}, station: {} } },
    { enabled: /^[a-z0-9]+$/.test(story) },
  );
  const own = { unit: unit?.documentId ?? null, station: station?.documentId ?? null };
  if (!data) return own;
  return {
    ...own,
    story,
    title: data.title,
    unit: asLinked(data.unit)?.documentId ?? own.unit,
    station: asLinked(data.station)?.documentId ?? own.station,
  };
}

/** Where stories of the programme were run: reported by whoever saw it, counted once the desk has. */
function PlacementList() {
  const model = useModel('media-placements');
  const { say } = useWords();
  const navigate = useNavigate();
  const preset = usePreset();
  return (
    <Page
      title={say(words.title)}
      actions={
        <NewRecord
          model={model}
          label={say(words.add)}
          fields={PLACEMENT_FORM}
          preset={preset}
          onCreated={(row) => void navigate(`/media-placements/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={model}
        caption={words.title}
        columns={COLUMNS}
        filters={FILTERS}
        defaultSort={{ field: 'publishedOn', order: 'desc' }}
        empty={words.empty}
      />
    </Page>
  );
}

export { PlacementList as Component };
