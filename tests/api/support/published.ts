import { paragraphsOf } from '@jiedui/shared/story';
import { type Builders, step } from './builders';
import type { Client, Rec } from './client';
import { patchwork, uploadPicture } from './files';

/** The steps by which a story comes out. */
const WAY = ['submit', 'edit', 'approve', 'publish'];

/** A story that is out; `by` is the desk. */
export async function publishedStory(
  by: Client,
  make: Builders,
  values: Record<string, unknown> = {},
): Promise<Rec> {
  const story = await make.publishable(values);
  return bringOut(by, story);
}

export async function bringOut(by: Client, { documentId }: Rec): Promise<Rec> {
  let out: Rec | null = null;
  for (const name of WAY) out = await step(by, `/stories/${documentId}`, name);
  return out as Rec;
}

/** A story that is out with a picture in its text, of nobody. */
export async function publishedWithPicture(
  by: Client,
  make: Builders,
  values: Record<string, unknown> = {},
): Promise<{ story: Rec; photo: Rec }> {
  const story = await make.publishable(values);
  const photo = await make.storyPhoto({
    story: story.documentId,
    alt: '活动室坐满了人',
    people: 'none',
    cover: true,
  });
  const pictured = await uploadPicture(by, photo, 'file', 'story-photos', await patchwork(640));
  const file = [pictured.file].flat()[0] as Rec;
  const address = `/stories/${story.documentId}`;
  const now = (await by.get<Rec>(address)).data;
  const image = {
    type: 'image',
    image: { url: `/api/files/${file.documentId}` },
    children: [{ type: 'text', text: '' }],
  };
  const changed = await by.put<Rec>(
    address,
    { data: { content: [...paragraphsOf('现场。'), image] } },
    now.rev,
  );
  if (changed.status !== 200) throw new Error(changed.text);
  return { story: await bringOut(by, story), photo };
}

/** A token by which a new consumer reads stories. */
export async function readerToken(
  by: Client,
  make: Builders,
  values: Record<string, unknown> = {},
): Promise<string> {
  const consumer = await make.consumer(values);
  const made = await by.post<{ token: string }>(`/api-consumers/${consumer.documentId}/tokens`, { data: {} });
  if (made.status !== 201) throw new Error(made.text);
  return made.data.token;
}
