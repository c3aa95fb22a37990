import { type Builders, step } from './builders';
import type { Client, Rec } from './client';
import { patchwork, uploadPicture } from './files';

export const storyAt = (story: Rec) => `/stories/${story.documentId}`;

/** What a text says in a block of the kind. */
export const text = (said: string) => ({ type: 'text', text: said });
export const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
export const picture = (url: unknown) => ({ type: 'image', image: { url }, children: [text('')] });

/** A picture of a story with its file; nobody can be recognised in it unless it is said otherwise. */
export async function pictureOf(by: Client, make: Builders, story: Rec, values: object = {}): Promise<Rec> {
  const cleared = { story: story.documentId, alt: '居民在听课', people: 'none', ...values };
  const photo = await make.storyPhoto(cleared);
  await uploadPicture(by, photo, 'file', 'story-photos', await patchwork());
  return (await by.get<Rec>(`/story-photos/${photo.documentId}?populate[0]=file`)).data;
}

/** The address by which a text names the picture. */
export const fileOf = (photo: Rec): string => `/api/files/${(photo.file as Rec[])[0]?.documentId}`;

/** Takes several steps, and gives the story as it is then. */
export async function walk(by: Client, story: Rec, ...steps: string[]): Promise<Rec> {
  let now = story;
  for (const name of steps) now = await step(by, storyAt(story), name, '原因');
  return now;
}

export const TO_APPROVED = ['submit', 'edit', 'approve'];
export const TO_PUBLISHED = [...TO_APPROVED, 'publish'];

/** Changes a story as it is now, or fails with what the server said. */
export async function edit(by: Client, story: Rec, values: object): Promise<Rec> {
  const now = await by.get<Rec>(storyAt(story));
  const answer = await by.put<Rec>(storyAt(story), { data: values }, now.data.rev);
  if (answer.status !== 200) throw new Error(`The story was not changed: ${answer.text}`);
  return answer.data;
}
