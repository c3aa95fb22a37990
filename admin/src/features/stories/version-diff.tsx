import { captionOf } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import { Checkbox, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { comparedLines, type Line, linesOfText, type Pair, type Side } from './diff-text';

type Picture = {
  documentId: string;
  url: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  cover: boolean;
};
type Version = {
  title: string;
  summary: string | null;
  author: string | null;
  content: unknown;
  pictures: Picture[];
};

const words = {
  title: { zh: '标题', en: 'Title' },
  summary: { zh: '摘要', en: 'Summary' },
  author: { zh: '作者', en: 'Author' },
  text: { zh: '正文', en: 'Text' },
  pictures: { zh: '图片', en: 'Pictures' },
  before: { zh: '较早', en: 'Earlier' },
  after: { zh: '较晚', en: 'Later' },
  same: { zh: '两个版本的文字和图片相同。', en: 'Both say the same and show the same pictures.' },
  alt: { zh: '替代文字:', en: 'Alternative text: ' },
  cover: { zh: '封面', en: 'Cover' },
  noFile: { zh: '没有文件', en: 'No file' },
  untitled: { zh: '(没有说明)', en: '(no caption)' },
  onlyChanges: { zh: '只看有改动的段落', en: 'Only what has changed' },
} satisfies Record<string, Words>;

type Say = (words: Words) => string;

const single = (text: string | null): Line[] => (text ? [{ kind: null, text }] : []);

/** All that is said about a picture, in one line. */
function pictureLine({ caption, alt, credit, cover, url }: Picture, say: Say): Line {
  const said = [
    captionOf({ caption: caption ?? '', credit: credit ?? '' }),
    alt && `${say(words.alt)}${alt}`,
    cover && say(words.cover),
    !url && say(words.noFile),
  ];
  return { kind: null, text: said.filter(Boolean).join(' · ') || say(words.untitled) };
}

function sectionsOf(before: Version, after: Version, say: Say): { title: Words; pairs: Pair[] }[] {
  const text = ({ content, pictures }: Version) =>
    linesOfText(content, (url) => {
      const picture = pictures.find((one) => one.url === url);
      return picture?.caption || picture?.alt || url;
    });
  const pictures = (version: Version) => version.pictures.map((picture) => pictureLine(picture, say));
  const sections = [
    { title: words.title, pairs: comparedLines(single(before.title), single(after.title)) },
    { title: words.summary, pairs: comparedLines(single(before.summary), single(after.summary)) },
    { title: words.author, pairs: comparedLines(single(before.author), single(after.author)) },
    { title: words.text, pairs: comparedLines(text(before), text(after)) },
    { title: words.pictures, pairs: comparedLines(pictures(before), pictures(after)) },
  ];
  return sections.filter(({ pairs }) => pairs.length > 0);
}

const isChanged = ({ before, after }: Pair) => (before?.isChanged ?? true) || (after?.isChanged ?? true);

function Cell({ side, mark }: { side: Side | null; mark: 'del' | 'ins' }) {
  const { say } = useWords();
  const Mark = mark;
  if (!side) return <td className="diff-none" />;
  return (
    <td className={side.isChanged ? `diff-${mark}` : undefined}>
      {side.kind && <span className="diff-kind">{say(side.kind)}</span>}
      {side.parts.map(({ text, changed }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts that are only read never change their order
        changed ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
      )}
    </td>
  );
}

/** Two versions of a story beside each other, with what differs marked; not by colour alone. */
export function VersionDiff({ story, before, after }: { story: string; before: number; after: number }) {
  const { say } = useWords();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const old = useRead<Version>(`/stories/${story}/versions/${before}`);
  const now = useRead<Version>(`/stories/${story}/versions/${after}`);
  const sections = useMemo(
    () => (old.data && now.data ? sectionsOf(old.data, now.data, say) : null),
    [old.data, now.data, say],
  );
  const error = old.error ?? now.error;
  if (error)
    return (
      <ErrorNotice
        error={error}
        onRetry={() => {
          old.refetch();
          now.refetch();
        }}
      />
    );
  if (!sections) return <Skeleton active />;
  const changed = sections.some(({ pairs }) => pairs.some(isChanged));
  return (
    <>
      {changed ? (
        <Checkbox
          className="no-print"
          checked={onlyChanges}
          onChange={({ target }) => setOnlyChanges(target.checked)}
        >
          {say(words.onlyChanges)}
        </Checkbox>
      ) : (
        <p className="muted">{say(words.same)}</p>
      )}
      {sections.map(({ title, pairs }) => {
        const shown = onlyChanges ? pairs.filter(isChanged) : pairs;
        if (shown.length === 0) return null;
        return (
          <table className="diff" key={title.zh}>
            <caption>{say(title)}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{say(words.before)}</th>
                <th scope="col">{say(words.after)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ before: left, after: right }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines that are only read never change their order
                <tr key={at}>
                  <Cell side={left} mark="del" />
                  <Cell side={right} mark="ins" />
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
