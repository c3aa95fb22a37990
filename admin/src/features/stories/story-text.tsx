import { countCharacters } from '@jiedui/shared/story';
import { lazy, Suspense } from 'react';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { useEditable } from '../../ui/record/record-page';
import { DraftNote } from './draft-note';
import { HeldPanel } from './held-panel';
import { useStoryPhotos } from './use-photos';

// The article's pictures and looks are not needed by who only looks at the list.
const Article = lazy(() => import('./article'));

const DATES = ['embargoUntil', 'scheduledFor', 'releasedAt', 'correctedAt', 'correction'];
const FACTS = ['column', 'category', 'tags', 'goodPractice', 'unit', 'station', 'activity', 'author'];

const words = {
  text: { zh: '正文', en: 'Text' },
  facts: { zh: '归类', en: 'Where it belongs' },
  dates: { zh: '时间(北京时间)', en: 'Times (Beijing)' },
  empty: { zh: '还没有正文。', en: 'No text yet.' },
  begin: { zh: '还没有正文。点“编辑稿件”开始写。', en: 'No text yet. Begin with “Edit the story”.' },
};

/** A story as the desk has it before it: the text, what holds it back, and its facts. */
export function StoryText({ row }: { row: Row }) {
  const model = useModel('stories');
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const pictures = useStoryPhotos(row.id);
  const count = countCharacters(row.content);
  const filled = DATES.filter((name) => row[name] !== null && row[name] !== undefined);
  return (
    <div className="page-grid">
      <div>
        <DraftNote row={row} />
        <section className="panel">
          <h2>
            {say(words.text)}{' '}
            <span className="muted desk-count">
              {say({ zh: `${count} 字`, en: `${count} characters` })}
              {pictures.ready &&
                say({ zh: `,${pictures.photos.length} 张图片`, en: `, ${pictures.photos.length} pictures` })}
            </span>
          </h2>
          {typeof row.summary === 'string' && row.summary && <p className="desk-summary">{row.summary}</p>}
          {Array.isArray(row.content) && row.content.length > 0 ? (
            <Suspense fallback={null}>
              <Article row={row} photos={pictures.photos} />
            </Suspense>
          ) : (
            <p className="muted">{say(editable ? words.begin : words.empty)}</p>
          )}
        </section>
      </div>
      <div>
        <HeldPanel model={model} row={row} pictures={pictures} />
        {filled.length > 0 && (
          <section className="panel">
            <h2>{say(words.dates)}</h2>
            <Facts model={model} row={row} fields={filled} />
          </section>
        )}
        <section className="panel">
          <h2>{say(words.facts)}</h2>
          <Facts model={model} row={row} fields={FACTS} />
        </section>
      </div>
    </div>
  );
}
