import { FileWordOutlined } from '@ant-design/icons';
import type { Blocks } from '@jiedui/shared/story';
import { App, Button } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../../providers/download';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { pictureData, pictureProblem } from './picture-data';
import { ofEachPicture, type ShownPhoto } from './text-pictures';
import type { WordPicture } from './word-document';

/** Fine enough for print over the width of a page. */
const WIDEST = 1600;

const words = {
  word: { zh: '导出 Word', en: 'Word document' },
  unreadable: { zh: '正文里有不能刊发的内容,请先改好再导出。', en: 'Put the text right first.' },
};

async function wordPicture({ url, row }: ShownPhoto): Promise<WordPicture> {
  const { data, width, height } = await pictureData(url, WIDEST);
  return {
    alt: String(row.alt ?? ''),
    caption: String(row.caption ?? ''),
    credit: String(row.credit ?? ''),
    data: await data.arrayBuffer(),
    width,
    height,
  };
}

const bylineOf = (row: Row) =>
  [linkedName(asLinked(row.unit)), String(row.author ?? ''), formatInstant(row.releasedAt).slice(0, 10)]
    .filter(Boolean)
    .join(' ');

type Props = { row: Row; blocks: Blocks | null; pictures: readonly ShownPhoto[] };

/** Saves the story as a Word document, made in the browser when it is asked for. */
export function WordButton({ row, blocks, pictures: used }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  const make = async () => {
    if (!blocks) return message.error(say(words.unreadable));
    setBusy(true);
    try {
      const [{ Packer }, { wordDocument }] = await Promise.all([import('docx'), import('./word-document')]);
      const pictures = await ofEachPicture(used, wordPicture);
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
      message.error(say(pictureProblem(error)));
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
