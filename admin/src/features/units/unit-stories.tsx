import { monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { RecordTable } from '../../ui/list/record-table';
import { ErrorNotice } from '../../ui/notices';
import { Duties } from '../../ui/story/duties';
import type { UnitDuty } from '../../ui/story/duty-look';
import { useRead } from '../../ui/use-read';

type Answer = { rows: { duties?: UnitDuty[] }[] };

const MONTHS_BACK = 11;

const words = {
  duty: { zh: '稿件任务', en: 'Duty of stories' },
  stories: { zh: '稿件', en: 'Stories' },
  noStories: { zh: '还没有稿件。可在“稿件”页写稿。', en: 'No stories yet.' },
  placements: { zh: '媒体刊发', en: 'Media placements' },
  noPlacements: { zh: '还没有媒体刊发记录。', en: 'No placements yet.' },
};

/** A unit's stories: how it stands with its duty, each story, and where they were run. */
export function UnitStories({ unit }: { unit: string }) {
  const { say } = useWords();
  const { today } = useSession();
  const stories = useModel('stories');
  const placements = useModel('media-placements');
  const months = { from: shiftMonth(monthOf(today), -MONTHS_BACK), to: monthOf(today) };
  const { data, error, refetch } = useRead<Answer>('/story-statistics', { by: 'unit', unit, ...months });
  const duties = data?.rows[0]?.duties;
  const ofUnit = [{ field: 'unit.documentId', operator: 'eq' as const, value: unit }];
  return (
    <>
      {error && !data && <ErrorNotice error={error} onRetry={refetch} />}
      {duties && (
        <section className="panel">
          <h2>{say(words.duty)}</h2>
          <Duties duties={duties} />
        </section>
      )}
      <h2 className="unit-reports">{say(words.stories)}</h2>
      <RecordTable
        model={stories}
        caption={words.stories}
        columns={['title', 'column', { field: 'releasedAt', sort: true, width: 150 }, 'state']}
        fixed={ofUnit}
        defaultSort={{ field: 'updatedAt', order: 'desc' }}
        inAddress={false}
        empty={words.noStories}
      />
      <h2 className="unit-reports">{say(words.placements)}</h2>
      <RecordTable
        model={placements}
        caption={words.placements}
        columns={['title', 'outlet', 'level', { field: 'publishedOn', sort: true, width: 120 }, 'state']}
        fixed={ofUnit}
        defaultSort={{ field: 'publishedOn', order: 'desc' }}
        inAddress={false}
        empty={words.noPlacements}
      />
    </>
  );
}
