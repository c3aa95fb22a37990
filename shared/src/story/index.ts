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
export { countCharacters, type EditorNode, toBlocks, toEditor } from './editor';
export { cleanLink, isPageAddress, sameLinks } from './placement';
export { type ActivityRecord, proposalOf, TOLD_ACTIVITY_STATES } from './proposal';
export { releaseFaults, scheduleFaults, type TimeFault } from './release-time';
export { missingForRelease, type Standing, standingOf } from './standing';
export { LONGEST_TAG, MOST_TAGS, readTags, tagsProblem } from './tags';
export {
  addressOfFile,
  fileOfAddress,
  MOST_BLOCKS,
  picturesIn,
  plainText,
  readBlocks,
  type TextProblem,
  tidyBlocks,
  tidyText,
} from './tidy';
export { type Article, type ArticlePicture, captionOf, toPlain, toWechat } from './wechat';
