import { createHash, hash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { loadStrapi } from '../lib/load-strapi';
import { inRoot } from '../lib/root.mjs';

// Fills the database of DATA_DIR with published stories: their records, and what is out of them as a release draws it up.

const built = createRequire(inRoot('cms/dist/src/index.js'));
const { project } = built('./story/release/project') as {
  project(documentId: string, releasedAt: number, snapshot: object): string;
};

const SIZE = { stories: 50_000, units: 500, stations: 300, categories: 13, columns: 6 };
const CHUNK = 500;
const FIRST = Date.parse('2022-07-01T01:00:00Z');
const MINUTE = 60_000;

const SENTENCES = [
  '志愿者一早来到文明实践站,把米面油和常用药品分装成份,逐户送到独居老人家中。',
  '结对单位的技术人员现场讲解水稻晚季管理,二十多位种植户围着田埂提问。',
  '“以前办事要跑镇上,现在在村里就能办好。”村民李秀兰一边填表一边说。',
  '活动结束后,大家坐下来商量下个月的安排,把需求一条一条记在本子上。',
  '孩子们在阅览室里围坐成圈,听志愿者讲家乡的老故事,不时举手发言。',
  '单位负责人表示,结对不是一次活动,要把好做法固定下来,每月都有安排。',
];

const list = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at + 1));
const sentence = (at: number): string => SENTENCES[at % SENTENCES.length] ?? '';
const paragraph = (at: number) => ({
  type: 'paragraph',
  children: [{ type: 'text', text: list(3, (one) => sentence(at + one * 5)).join('') }],
});
const fileOf = (id: number, at: number): string => `/api/files/benchfile${id}x${at}`;
const image = (url: string) => ({
  type: 'image',
  image: { url, alternativeText: null },
  children: [{ type: 'text', text: '' }],
});

function contentOf(id: number) {
  return [
    paragraph(id),
    image(fileOf(id, 1)),
    ...list(3, (at) => paragraph(id + at)),
    image(fileOf(id, 2)),
    paragraph(id + 4),
  ];
}

function snapshotOf(id: number) {
  return {
    title: `结对共建 ${id}:${sentence(id).slice(0, 16)}`,
    summary: sentence(id + 2),
    author: `通讯员 ${id % 40}`,
    content: contentOf(id),
    tags: ['结对共建', `主题 ${id % 30}`],
    goodPractice: id % 20 === 0,
    correctedAt: null,
    correction: null,
    removed: [],
    pictures: list(2, (at) => ({
      key: createHash('sha256').update(`${id} ${at}`).digest('base64url').slice(0, 24),
      photo: id * 2 + at,
      file: fileOf(id, at),
      alt: '志愿者在文明实践站服务群众',
      caption: `活动现场 ${at}`,
      credit: '王摄影',
      cover: at === 1,
      width: 3_000,
      height: 2_000,
    })),
  };
}

/** What stories belong to: its table, how many there are, and what else each has. */
const NAMED = {
  unit: { table: 'units', count: SIZE.units, more: () => ({ unit_class: 'liaison' }) },
  station: { table: 'stations', count: SIZE.stations, more: () => ({ level: 'station' }) },
  category: {
    table: 'categories',
    count: SIZE.categories,
    more: (at: number) => ({ code: `bench${at}`, order: at }),
  },
  column: {
    table: 'story_columns',
    count: SIZE.columns,
    more: (at: number) => ({ slug: `bench${at}`, active: true }),
  },
};

/** Row numbers of its own, whatever the first start has put there. */
const ROW = 1_000;
const rowOf = (kind: keyof typeof NAMED, at: number): number => ROW + 1 + (at % NAMED[kind].count);

type Stamp = (instant: number) => object;
type Insert = (table: string, rows: object[]) => Promise<unknown>;

async function fillNames(insert: Insert, stamped: Stamp): Promise<void> {
  for (const [kind, { table, count, more }] of Object.entries(NAMED)) {
    const rows = list(count, (at) => ({
      id: ROW + at,
      document_id: `bench${kind}${at}`,
      name: `${kind} ${at}`,
      ...more(at),
    }));
    await insert(
      table,
      rows.map((row) => ({ ...row, ...stamped(FIRST) })),
    );
    await insert(
      'released_names',
      rows.map(({ id, document_id, name, ...row }) => ({
        ...{ kind, id, document_id, name },
        code: 'slug' in row ? row.slug : 'code' in row ? row.code : null,
      })),
    );
  }
}

function storyRows(id: number, stamped: Stamp) {
  const document_id = `benchstory${id}`;
  const instant = FIRST + id * MINUTE;
  const snapshot = snapshotOf(id);
  const place = {
    column_id: rowOf('column', id),
    unit_id: rowOf('unit', id),
    station_id: rowOf('station', id),
    category_id: rowOf('category', id),
  };
  const { title, summary, author, goodPractice } = snapshot;
  return {
    story: {
      ...{
        id,
        document_id,
        title,
        summary,
        author,
        ...place,
        state: 'published',
        good_practice: goodPractice,
      },
      tags: JSON.stringify(snapshot.tags),
      content: JSON.stringify(snapshot.content),
      ...stamped(instant),
    },
    released: {
      ...{ story_id: id, document_id, position: id, visible: true, change: 'published', ...place },
      ...{ good_practice: goodPractice, released_at: instant, changed_at: instant },
      item: project(document_id, instant, snapshot),
    },
    source: { story_id: id, source: JSON.stringify(snapshot) },
    column: { story_id: id, column_id: place.column_id, position: id, changed_at: instant, live: true },
    tags: snapshot.tags.map((tag) => ({ story_id: id, tag })),
    pictures: snapshot.pictures.map(({ key, photo, file }) => ({
      ...{ key, story_id: id, photo_id: photo, file, live: true },
    })),
    photos: snapshot.pictures.map((picture) => photoRows(id, picture, stamped(instant))),
  };
}

/** The record of a picture and its file, with the sizes that Strapi itself keeps of one. */
function photoRows(
  story: number,
  picture: ReturnType<typeof snapshotOf>['pictures'][number],
  stamps: object,
) {
  const { photo: id, file, alt, caption, credit, cover, width, height } = picture;
  const document_id = path.basename(file);
  const sizes = { thumbnail: 234, small: 500, medium: 750, large: 1_000 };
  const formats = Object.entries(sizes).map(([size, wide]) => {
    const scaled = { width: wide, height: Math.round((wide * height) / width) };
    const facts = {
      hash: `${size}_${document_id}`,
      ext: '.jpg',
      mime: 'image/jpeg',
      path: null,
      size: wide / 10,
    };
    return [
      size,
      { name: `${size}_${document_id}.jpg`, ...facts, ...scaled, url: `/uploads/${size}_${document_id}.jpg` },
    ];
  });
  return {
    photo: {
      ...{ id, document_id: `benchphoto${id}`, story_id: story, alt, caption, credit, cover, people: 'none' },
      ...stamps,
    },
    file: {
      ...{ id, document_id, name: `${document_id}.jpg`, hash: document_id, ext: '.jpg', mime: 'image/jpeg' },
      ...{
        size: 1_200,
        width,
        height,
        url: `/uploads/${document_id}.jpg`,
        provider: 'local',
        folder_path: '/',
      },
      formats: JSON.stringify(Object.fromEntries(formats)),
    },
    link: { file_id: id, related_id: id, related_type: 'api::story.story-photo', field: 'file', order: 1 },
  };
}

async function fill(knex: Knex): Promise<void> {
  const pg = knex.client.config.client !== 'better-sqlite3';
  const stamped: Stamp = (instant) => {
    const at = pg ? new Date(instant).toISOString() : instant;
    return { published_at: at, created_at: at, updated_at: at, rev: 1, example: false };
  };
  await knex.transaction(async (trx) => {
    const insert: Insert = (table, rows) => trx.batchInsert(table, rows, CHUNK);
    await fillNames(insert, stamped);
    for (let start = 0; start < SIZE.stories; start += CHUNK) {
      const rows = list(CHUNK, (at) => storyRows(start + at, stamped));
      await insert(
        'stories',
        rows.map(({ story }) => story),
      );
      await insert(
        'released_stories',
        rows.map(({ released }) => released),
      );
      await insert(
        'released_sources',
        rows.map(({ source }) => source),
      );
      await insert(
        'released_columns',
        rows.map(({ column }) => column),
      );
      await insert(
        'released_tags',
        rows.flatMap(({ tags }) => tags),
      );
      await insert(
        'released_pictures',
        rows.flatMap(({ pictures }) => pictures),
      );
      const photos = rows.flatMap((row) => row.photos);
      await insert(
        'story_photos',
        photos.map(({ photo }) => photo),
      );
      await insert(
        'files',
        photos.map(({ file }) => file),
      );
      await insert(
        'files_related_mph',
        photos.map(({ link }) => link),
      );
    }
    await trx('released_head').where({ id: 1 }).update({ position: SIZE.stories, moved_at: FIRST });
    await insert('api_consumers', [
      {
        id: ROW,
        document_id: 'benchconsumer',
        name: '性能测试',
        daily_quota: 10_000_000,
        state: 'active',
        ...stamped(FIRST),
      },
    ]);
    await insert('api_tokens', [
      {
        ...{ consumer_id: ROW, hint: '0000', made_by: '性能测试', made_at: FIRST },
        token_hash: hash('sha256', process.env.BENCH_TOKEN ?? ''),
      },
    ]);
  });
  await knex.raw(pg ? 'VACUUM ANALYZE' : 'ANALYZE');
}

const strapi: Core.Strapi = await loadStrapi();
await fill(strapi.db.connection as Knex);
await strapi.destroy();
process.exit(0);
