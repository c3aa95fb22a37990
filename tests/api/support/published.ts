import { type Builders, unique } from './builders';
import { Client, type Rec } from './client';
import { edit, fileOf, paragraph, picture, pictureOf, TO_PUBLISHED, text, walk } from './story';

/** A story that is out; with so many pictures in its text. */
export async function published(
  by: Client,
  make: Builders,
  values: Record<string, unknown> = {},
  pictures: object[] = [],
): Promise<{ story: Rec; photos: Rec[] }> {
  const story = await make.publishable(values);
  const photos: Rec[] = [];
  for (const one of pictures) photos.push(await pictureOf(by, make, story, one));
  let now = story;
  if (photos.length > 0) {
    const begun = (values.content as unknown[] | undefined) ?? [paragraph(text('开头'))];
    const content = [...begun, ...photos.map((photo) => picture(fileOf(photo)))];
    now = await edit(by, story, { content });
  }
  return { story: await walk(by, now, ...TO_PUBLISHED), photos };
}

/** Corrects what is out and brings the correction out. */
export async function corrected(by: Client, story: Rec, values: Record<string, unknown>): Promise<Rec> {
  const begun = await walk(by, story, 'correct');
  const changed = await edit(by, begun, { correction: '更正了数字', ...values });
  return walk(by, changed, 'republish');
}

/** Someone who reads by a token of their own; `columns` (documentIds) where they are confined to some. */
export async function reader(
  by: Client,
  make: Builders,
  columns: unknown[] = [],
): Promise<{ client: Client; consumer: Rec; token: string }> {
  const consumer = await make.consumer({ name: unique('报社'), columns });
  const answer = await by.post<{ token: string }>(`/api-consumers/${consumer.documentId}/tokens`, {
    data: {},
  });
  if (answer.status !== 201) throw new Error(`No token: ${answer.text}`);
  const { token } = answer.data;
  return { client: new Client(token), consumer, token };
}

type Change = Record<string, unknown> & { documentId: string };
type Changes = { data: Change[]; meta: { cursor: string; more: boolean } };

/** All changes after a cursor (null: from the beginning), page by page. */
export async function follow(
  by: Client,
  cursor: string | null,
  limit = 200,
): Promise<{ changes: Change[]; cursor: string }> {
  const changes: Change[] = [];
  let at = cursor;
  for (;;) {
    const answer = await by.get<Change[]>(`/stories/changes?limit=${limit}${at ? `&cursor=${at}` : ''}`);
    if (answer.status !== 200) throw new Error(`The changes were answered ${answer.status}: ${answer.text}`);
    const { data, meta } = answer.body as Changes;
    changes.push(...data);
    at = meta.cursor;
    if (!meta.more) return { changes, cursor: at };
  }
}
