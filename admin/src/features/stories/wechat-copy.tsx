import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { type ArticlePicture, picturesIn, readBlocks, toPlain, toWechat } from '@jiedui/shared/story';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { fileOf } from '../../ui/editor/pictures';
import { copyHtml } from './copy-html';
import { footLines } from './foot-lines';
import { dataAddress, pictureData } from './picture-data';
import type { StoryPhoto } from './use-photos';
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
    zh: '浏览器不允许复制。请在右侧预览中全选后复制。',
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

type Pictures = ReadonlyMap<string, ArticlePicture>;

async function picturesFor(
  photos: readonly StoryPhoto[],
  shown: ReadonlySet<string>,
  whole: boolean,
): Promise<Pictures> {
  const found = new Map<string, ArticlePicture>();
  for (const photo of photos) {
    if (!photo.url || !shown.has(photo.url)) continue;
    const src = whole ? await dataAddress((await pictureData(photo.url, WIDEST)).data) : null;
    found.set(photo.url, articlePicture(photo, src));
  }
  return found;
}

/** Copies the story as an article for WeChat, and gives its pictures one by one. */
export function WechatCopy({ row, photos }: { row: Row; photos: readonly StoryPhoto[] }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [whole, setWhole] = useState(true);
  const [busy, setBusy] = useState(false);
  const read = readBlocks(row.content);
  const blocks = 'blocks' in read ? (read.blocks ?? []) : null;
  const shown = new Set(picturesIn(blocks ?? []).map(({ url }) => url));
  const used = photos.filter(({ url }) => url && shown.has(url));

  const copy = async () => {
    if (!blocks) return message.error(say(words.unreadable));
    setBusy(true);
    try {
      const article = { blocks, pictures: await picturesFor(photos, shown, whole), foot: footLines(row) };
      await copyHtml({ html: toWechat(article), plain: toPlain(article) });
      message.success(say(words.copied));
    } catch {
      message.warning(say(words.refused));
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
                    onClick={() => void save(String(url), String(file?.name ?? name))}
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
