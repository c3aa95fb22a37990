import { type Builders, step, unique } from './builders';
import type { Client, Rec } from './client';
import { patchwork, uploadPicture } from './files';

/** A story with everything that one can have, its picture cleared, on its way to the paper. */
export async function storyWithPicture(
  office: Client,
  make: Builders,
  values: Record<string, unknown> = {},
): Promise<{ story: Rec; photo: Rec }> {
  const story = await make.publishable({
    unit: (await make.unit()).documentId,
    author: '李记者',
    tags: ['社区', '志愿服务'],
    ...values,
  });
  const alt = unique('居民围坐听讲');
  const photo = await make.storyPhoto({
    story: story.documentId,
    caption: '宣讲现场',
    alt,
    credit: '王摄影',
    people: 'none',
    cover: true,
  });
  await uploadPicture(office, photo, 'file', 'story-photos', await patchwork(1600));
  return { story, photo: { ...photo, alt } };
}

/** Takes a story the whole way out. */
export async function release(office: Client, { documentId }: Rec): Promise<Rec> {
  const at = `/stories/${documentId}`;
  await step(office, at, 'submit');
  await step(office, at, 'edit');
  await step(office, at, 'approve');
  return step(office, at, 'publish');
}
