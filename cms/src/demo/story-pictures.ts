import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addressOfFile, type Blocks } from '@jiedui/shared/story';
import sharp from 'sharp';
import { storeFile } from '../files/copy-files';
import { modelOf } from '../read/model';
import { addPhoto } from '../story/desk/add-photo';
import { changeRecord } from '../write/actions';
import type { Stage } from './activity-steps';
import { addressOf, idOf } from './actors';

type Drawn = {
  story: string;
  by: string;
  name: string;
  colours: [sky: string, ground: string];
  values: Record<string, unknown>;
};

/** Drawn, not taken: nobody is in them, and nobody has to be asked. */
const PICTURES: readonly Drawn[] = [
  {
    story: 'story:一堂课讲清楚社保那些事',
    by: 'caizhengju',
    name: '社保课堂.png',
    colours: ['#dbe7f3', '#7a94b0'],
    values: {
      caption: '活动室里的社保课堂(示意图)',
      alt: '活动室的示意图，墙上有一块黑板',
      credit: '示例图片',
      people: 'none',
      cover: true,
    },
  },
  {
    story: 'story:老街的楼道亮了',
    by: 'donghushequ',
    name: '老街.png',
    colours: ['#f3e6cf', '#a5824f'],
    values: {
      caption: '清理后的楼道(示意图)',
      alt: '楼道的示意图，灯亮着',
      credit: '示例图片',
      people: 'none',
    },
  },
];

const drawing = ([
  sky,
  ground,
]: Drawn['colours']) => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
<rect width="1200" height="800" fill="${sky}"/><rect y="560" width="1200" height="240" fill="${ground}"/>
<rect x="300" y="180" width="600" height="320" rx="12" fill="#3f5a4a" stroke="#8a6d45" stroke-width="18"/>
<circle cx="1040" cy="130" r="60" fill="#fff3c4"/></svg>`;

/** Gives some of the stories a picture, before they are sent in. */
export async function addPictures({ strapi, trx, ids, actor }: Stage): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiedui-demo-'));
  try {
    for (const { story, by, name, colours, values } of PICTURES) {
      const filepath = path.join(folder, name);
      await sharp(Buffer.from(drawing(colours)))
        .png()
        .toFile(filepath);
      const file = await storeFile(strapi, { filepath, name, mime: 'image/png' });
      const id = idOf(ids, story);
      await addPhoto(trx, actor(by), id, file, { ...values, example: true });
      const model = modelOf('story');
      const { documentId, rev } = await addressOf(trx, model, id);
      const row = await trx('stories').where({ id }).first('content');
      const text = (typeof row.content === 'string' ? JSON.parse(row.content) : row.content) as Blocks;
      const image = { url: addressOfFile(file.logged.file) };
      const content = [...text, { type: 'image', image, children: [{ type: 'text', text: '' }] }];
      await changeRecord({ strapi, actor: actor(by), model }, documentId, rev, { content });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
