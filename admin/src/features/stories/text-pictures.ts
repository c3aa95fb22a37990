import { type Blocks, picturesIn } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { StoryPhoto } from './use-photos';

export type ShownPhoto = StoryPhoto & { url: string };

/** The pictures that a text shows, parted into those that go along with a copy of it and those that stay behind. */
export function picturesOfText(blocks: Blocks, photos: readonly StoryPhoto[]) {
  const named = new Set(picturesIn(blocks).map(({ url }) => url));
  const shown = photos.filter((photo): photo is ShownPhoto => photo.url !== null && named.has(photo.url));
  return {
    taken: shown.filter(({ reach }) => reach === 'out'),
    left: shown.filter(({ reach }) => reach !== 'out'),
  };
}

/** How many pictures stay behind, and why. */
export function leftWords(left: readonly ShownPhoto[]): Words[] {
  const unknown = left.filter(({ uncleared }) => uncleared === null).length;
  const undescribed = left.filter(({ uncleared }) => uncleared?.every(({ field }) => field === 'alt')).length;
  const unagreed = left.length - unknown - undescribed;
  const lines: [number, string, string][] = [
    [unagreed, '的肖像同意未办妥', 'lack the consent of those in them'],
    [undescribed, '没有替代文字', 'have no alternative text'],
    [unknown, '的肖像同意情况您看不到', 'have consents that you do not see'],
  ];
  return lines
    .filter(([count]) => count > 0)
    .map(([count, zh, en]) => ({
      zh: `${count} 张图片${zh},不会带出。`,
      en: `${count} picture(s) ${en} and do not go along.`,
    }));
}

/**
 * Something made of each picture, by the address that the text names it by; one after the other, for a phone has no
 * room for all of them at once.
 */
export async function ofEachPicture<T>(
  photos: readonly ShownPhoto[],
  make: (photo: ShownPhoto) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const made = new Map<string, T>();
  for (const photo of photos) made.set(photo.url, await make(photo));
  return made;
}
