import { isOut, readBlocks, storyPath } from '@jiedui/shared/story';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import Article from './article';
import { footLines } from './foot-lines';
import { leftWords, picturesOfText } from './text-pictures';
import { type StoryPhoto, useStoryPhotos } from './use-photos';
import { WechatCopy } from './wechat-copy';
import { WordButton } from './word-button';

const words = {
  view: { zh: '预览方式', en: 'View' },
  article: { zh: '公众号文章', en: 'Article' },
  phone: { zh: '手机', en: 'Phone' },
  page: { zh: '打开公开页面', en: 'Open the public page' },
  print: { zh: '打印', en: 'Print' },
  note: {
    zh: '两种预览与复制的内容相同,不会带出的图片除外。以公众号后台显示为准。',
    en: 'Both show what is copied, but for pictures that do not go along. What counts is how WeChat shows it.',
  },
  empty: { zh: '还没有正文。', en: 'No text yet.' },
};

function Look({ row, photos }: { row: Row; photos: readonly StoryPhoto[] }) {
  const { say } = useWords();
  const about = [linkedName(asLinked(row.column)), formatInstant(row.releasedAt).slice(0, 10)].filter(
    Boolean,
  );
  return (
    <>
      <h2 className="look-title">{String(row.title)}</h2>
      {about.length > 0 && <p className="look-about">{about.join(' ')}</p>}
      {Array.isArray(row.content) && row.content.length > 0 ? (
        <Article row={row} photos={photos} foot={footLines(row)} />
      ) : (
        <p className="muted">{say(words.empty)}</p>
      )}
    </>
  );
}

/** How a story will look as an article and on a phone, and the ways to take it along. */
export function PreviewTab({ row }: { row: Row }) {
  const { say } = useWords();
  const { photos, ready, error, refetch } = useStoryPhotos(row.id);
  const [view, setView] = useState<'article' | 'phone'>('article');
  if (!ready) return error ? <ErrorNotice error={error} onRetry={refetch} /> : <Skeleton active />;
  const read = readBlocks(row.content);
  const blocks = 'blocks' in read ? (read.blocks ?? []) : null;
  const { taken, left } = picturesOfText(blocks ?? [], photos);
  return (
    <div className="preview">
      <section className="panel preview-tools no-print">
        <Segmented
          aria-label={say(words.view)}
          value={view}
          onChange={setView}
          options={[
            { value: 'article', label: say(words.article) },
            { value: 'phone', label: say(words.phone) },
          ]}
        />
        <WordButton row={row} blocks={blocks} pictures={taken} />
        <Button onClick={() => window.print()}>{say(words.print)}</Button>
        {isOut(row.state) && (
          <a href={storyPath(row.id)} target="_blank" rel="noreferrer">
            {say(words.page)}
          </a>
        )}
        <WechatCopy row={row} blocks={blocks} pictures={taken} />
        {leftWords(left).map((line) => (
          <p className="editor-problem" key={line.zh}>
            {say(line)}
          </p>
        ))}
        <p className="muted">{say(words.note)}</p>
      </section>
      <section className={`look look-${view}`} aria-label={say(words[view])}>
        <Look row={row} photos={photos} />
      </section>
    </div>
  );
}
