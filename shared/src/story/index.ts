export {
  type Block,
  type Blocks,
  blockSchema,
  blocksSchema,
  type Inline,
  type Link,
  linkAddress,
  paragraphsOf,
  type Text,
} from './blocks';
export {
  type ConsentFacts,
  isCleared,
  type PictureFacts,
  pictureName,
  type Uncleared,
  unclearedOf,
} from './clearance';
export { escapeHtml, htmlOf, type PictureOf, type ShownPicture } from './html';
export { PICTURE_SIZES, PICTURE_WIDTHS, type PictureSize, SOCIAL_SIZE, sizeAt } from './picture-sizes';
export { excerptOf, plainOf } from './plain';
