import { type Block, type Blocks, picturesIn, type TextProblem } from '@jiedui/shared/story';
import type { Knex } from 'knex';
import { fromColumn } from '../../read/codec';
import { addressOf, isImage, picturesOf, type StoryPicture } from './pictures';

const INSTANT = { type: 'datetime' } as const;

type ByAddress = ReadonlyMap<string, StoryPicture>;

async function byAddress(trx: Knex, story: number | undefined): Promise<ByAddress> {
  const pictures = story === undefined ? [] : await picturesOf(trx, story);
  return new Map(
    pictures
      .filter(isImage)
      .flatMap((picture): [string, StoryPicture][] => [[String(addressOf(picture)), picture]]),
  );
}

/** The pictures of a text that are none of the story's own. */
export async function foreignPictures(
  trx: Knex,
  story: number | undefined,
  blocks: Blocks,
): Promise<TextProblem[]> {
  const shown = picturesIn(blocks);
  if (shown.length === 0) return [];
  const own = await byAddress(trx, story);
  return shown
    .filter(({ url }) => !own.has(url))
    .map(({ block }) => ({
      block,
      words: {
        zh: `第 ${block} 段的图片不是本稿的图片，请先把它上传到本稿。`,
        en: `Paragraph ${block}: the picture is none of this story; upload it to the story first.`,
      },
    }));
}

/**
 * Describes every picture of a text by its record, in the form that Strapi's own editor and validator know. What does not
 * belong to the story stays as it was: it is refused elsewhere.
 */
export async function describedImages(trx: Knex, story: number | undefined, blocks: Blocks): Promise<Blocks> {
  if (picturesIn(blocks).length === 0) return blocks;
  const own = await byAddress(trx, story);
  return blocks.map((block): Block => {
    const picture = block.type === 'image' ? own.get(block.image.url) : undefined;
    return block.type === 'image' && picture
      ? { ...block, image: describe(block.image.url, picture) }
      : block;
  });
}

/** `hash` and `provider` are asked for by the form and lead nowhere: our files have one address. */
function describe(url: string, { alt, caption, file }: StoryPicture) {
  return {
    name: String(file?.name),
    alternativeText: alt,
    url,
    caption,
    width: Number(file?.width ?? 0),
    height: Number(file?.height ?? 0),
    hash: String(file?.document_id),
    ext: String(file?.ext),
    mime: String(file?.mime),
    size: Number(file?.size),
    provider: 'local',
    createdAt: String(fromColumn(INSTANT, file?.created_at)),
    updatedAt: String(fromColumn(INSTANT, file?.updated_at)),
  };
}
