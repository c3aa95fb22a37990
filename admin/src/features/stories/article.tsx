import { readBlocks, toWechat } from '@jiedui/shared/story';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Blocks } from '../../ui/field/blocks';
import type { StoryPhoto } from './use-photos';
import { useArticlePictures } from './use-picture-sources';

type Props = { row: Row; photos: readonly StoryPhoto[]; foot?: readonly string[] };

const words = {
  unread: {
    zh: '正文里有不能刊发的内容,下面只显示文字。',
    en: 'The text holds what cannot come out; only its words are shown.',
  },
};

/** The text as an article: the very same content that is copied for WeChat. */
export default function Article({ row, photos, foot = [] }: Props) {
  const { say } = useWords();
  const read = readBlocks(row.content);
  const blocks = 'blocks' in read ? (read.blocks ?? []) : [];
  const pictures = useArticlePictures(blocks, photos);
  if ('problems' in read)
    return (
      <>
        <p className="editor-problem">{say(words.unread)}</p>
        <Blocks value={row.content} />
      </>
    );
  const html = toWechat({ blocks, pictures, foot });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every word and address in it is escaped where it is made
  return <div className="article" dangerouslySetInnerHTML={{ __html: html }} />;
}
