import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { type Blocks, toPlain, toWechat } from '@jiedui/shared/story';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { fileOf } from '../../ui/editor/pictures';
import { CopyRefused, copyHtml } from './copy-html';
import { footLines } from './foot-lines';
import { dataAddress, pictureData, pictureProblem } from './picture-data';
import { ofEachPicture, type ShownPhoto } from './text-pictures';
import { articlePicture } from './use-picture-sources';

/** The width that WeChat shows a picture at, twice for fine screens. */
const WIDEST = 1080;

const words = {
  copy: { zh: '复制公众号格式', en: 'Copy for WeChat' },
  copied: {
    zh: '已复制。到公众号后台的正文里粘贴即可。',
    en: 'Copied. Paste it into the article at WeChat.',
  },
  refused: {
    zh: '浏览器不允许复制。请在本页的预览中全选后复制。',
    en: 'The browser does not let a page copy; select the preview and copy it.',
  },
  unreadable: { zh: '正文里有不能刊发的内容,请先改好再复制。', en: 'Put the text right first.' },
  withPictures: { zh: '图片一起复制', en: 'With the pictures' },
  pictures: {
    zh: '图片须由公众号后台自行上传:粘贴后如没有显示,请下载下面的图片,在标有〔图片〕的位置上传。',
    en: 'WeChat has to upload pictures itself: where one does not show, download it here and put it in its place.',
  },
  download: { zh: '下载', en: 'Download' },
};

type Props = { row: Row; blocks: Blocks | null; pictures: readonly ShownPhoto[] };

/** Copies the story as an article for WeChat, and gives its pictures one by one. */
export function WechatCopy({ row, blocks, pictures: used }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [whole, setWhole] = useState(true);
  const [busy, setBusy] = useState(false);

  const written = async (text: Blocks) => {
    const pictures = await ofEachPicture(used, async (photo) =>
      articlePicture(photo, whole ? await dataAddress((await pictureData(photo.url, WIDEST)).data) : null),
    );
    const article = { blocks: text, pictures, foot: footLines(row) };
    return { html: toWechat(article), plain: toPlain(article) };
  };
  const copy = async () => {
    if (!blocks) return message.error(say(words.unreadable));
    setBusy(true);
    try {
      await copyHtml(written(blocks));
      message.success(say(words.copied));
    } catch (error) {
      message.warning(say(error instanceof CopyRefused ? words.refused : pictureProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  const save = (url: string, name: string) =>
    download(`/files/${fileOf(url)}`, name).catch((error: unknown) => {
      message.error(say(errorWords(error)));
    });

  return (
    <section className="wechat-copy no-print">
      <Button type="primary" icon={<CopyOutlined />} loading={busy} onClick={() => void copy()}>
        {say(words.copy)}
      </Button>
      {used.length > 0 && (
        <>
          <Checkbox checked={whole} onChange={({ target }) => setWhole(target.checked)}>
            {say(words.withPictures)}
          </Checkbox>
          <p className="muted">{say(words.pictures)}</p>
          <ol className="picture-files">
            {used.map(({ row: photo, url, file }) => {
              const name = String(photo.caption || file?.name || '');
              return (
                <li key={photo.id}>
                  <span>{name}</span>
                  <Button
                    size="small"
                    icon={<DownloadOutlined />}
                    aria-label={`${say(words.download)} ${name}`}
                    onClick={() => void save(url, String(file?.name ?? name))}
                  >
                    {say(words.download)}
                  </Button>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}
