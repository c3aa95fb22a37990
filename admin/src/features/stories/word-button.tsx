import { FileWordOutlined } from '@ant-design/icons';
import { picturesIn, readBlocks } from '@jiedui/shared/story';
import { App, Button } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { pictureData } from './picture-data';
import type { StoryPhoto } from './use-photos';
import type { WordPicture } from './word-document';

/** Fine enough for print over the width of a page. */
const WIDEST = 1600;

const words = {
  word: { zh: '导出 Word', en: 'Word document' },
  failed: {
    zh: '有图片读不出来,没有生成文件。请稍后再试。',
    en: 'A picture could not be read; try again later.',
  },
};

async function wordPictures(photos: readonly StoryPhoto[], shown: ReadonlySet<string>) {
  const found = new Map<string, WordPicture>();
  for (const { url, row } of photos) {
    if (!url || !shown.has(url)) continue;
    const { data, width, height } = await pictureData(url, WIDEST);
    const said = {
      alt: String(row.alt ?? ''),
      caption: String(row.caption ?? ''),
      credit: String(row.credit ?? ''),
    };
    found.set(url, { ...said, data: await data.arrayBuffer(), width, height });
  }
  return found;
}

const bylineOf = (row: Row) =>
  [linkedName(asLinked(row.unit)), String(row.author ?? ''), formatInstant(row.releasedAt).slice(0, 10)]
    .filter(Boolean)
    .join(' ');

/** Saves the story as a Word document, made in the browser when it is asked for. */
export function WordButton({ row, photos }: { row: Row; photos: readonly StoryPhoto[] }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  const make = async () => {
    setBusy(true);
    try {
      const read = readBlocks(row.content);
      const blocks = 'blocks' in read ? (read.blocks ?? []) : [];
      const [{ Packer }, { wordDocument }] = await Promise.all([import('docx'), import('./word-document')]);
      const pictures = await wordPictures(photos, new Set(picturesIn(blocks).map(({ url }) => url)));
      const title = String(row.title);
      const document = wordDocument({
        title,
        byline: bylineOf(row),
        summary: String(row.summary ?? ''),
        blocks,
        pictures,
      });
      saveBlob(await Packer.toBlob(document), `${title.replace(/[\\/:*?"<>|]/g, ' ')}.docx`);
    } catch (error) {
      message.error(say(error instanceof DOMException ? words.failed : errorWords(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button className="no-print" icon={<FileWordOutlined />} loading={busy} onClick={() => void make()}>
      {say(words.word)}
    </Button>
  );
}
