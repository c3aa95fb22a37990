import { type Blocks, pictureReach, type Uncleared } from '@jiedui/shared/story';
import { describe, expect, it } from 'vitest';
import { leftWords, picturesOfText } from './text-pictures';
import type { StoryPhoto } from './use-photos';

const missing = (...fields: Uncleared['field'][]): Uncleared[] =>
  fields.map((field) => ({ field, words: { zh: '', en: '' } }));
const photo = (name: string, facts: Partial<StoryPhoto> = {}): StoryPhoto => ({
  row: { id: name, documentId: name },
  url: `/api/files/${name}`,
  file: null,
  consents: [],
  uncleared: [],
  reach: 'out',
  ...facts,
});
const text = (...names: string[]): Blocks =>
  names.map((name) => ({
    type: 'image',
    image: { url: `/api/files/${name}` },
    children: [{ type: 'text', text: '' }],
  }));
const namesOf = (photos: StoryPhoto[]) => photos.map(({ row }) => row.id);

describe('the pictures that go along with a copy', () => {
  it('are those of the text that are cleared', () => {
    const photos = [
      photo('a'),
      photo('unused'),
      photo('b', { reach: 'desk', uncleared: missing('alt') }),
      photo('c', { reach: 'nowhere', uncleared: missing('consents') }),
      photo('d', { reach: pictureReach(null), uncleared: null }),
      photo('e', { url: null }),
    ];
    const { taken, left } = picturesOfText(text('a', 'b', 'c', 'd', 'e', 'foreign'), photos);
    expect(namesOf(taken)).toEqual(['a']);
    expect(namesOf(left)).toEqual(['b', 'c', 'd']);
    expect(leftWords(left).map(({ zh }) => zh)).toEqual([
      '1 张图片的肖像同意未办妥,不会带出。',
      '1 张图片没有替代文字,不会带出。',
      '1 张图片的肖像同意情况您看不到,不会带出。',
    ]);
  });

  it('are all of them where nothing is missing', () => {
    expect(leftWords(picturesOfText(text('a'), [photo('a')]).left)).toEqual([]);
  });
});
