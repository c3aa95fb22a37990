export { columnPath, STORIES_PATH, storyPath } from './addresses';
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
  type PictureReach,
  pictureName,
  pictureReach,
  showsMinors,
  showsPeople,
  type Uncleared,
  unclearedOf,
} from './clearance';
export { RELEASING_STEPS, SCHEDULE_ROLE, STORY_DESK, stateBeforeCorrection } from './desk';
export {
  begunWindows,
  DUTY_COUNTS,
  DUTY_STANDINGS,
  DUTY_WORDS,
  type DutyStanding,
  dutiesFor,
  type JudgedDuty,
  judgeDuty,
  seesDuties,
} from './duty';
export { type EditorNode, toBlocks, toEditor } from './editor';
export { escapeHtml, htmlOf, type PictureOf, type ShownPicture } from './html';
export { PICTURE_SIZES, PICTURE_WIDTHS, type PictureSize, SOCIAL_SIZE, sizeAt } from './picture-sizes';
export { cleanLink, isPageAddress, sameLinks } from './placement';
export { countCharacters, plainOf } from './plain';
export { type ActivityRecord, proposalOf, TOLD_ACTIVITY_STATES } from './proposal';
export { releaseFaults, scheduleFaults, type TimeFault } from './release-time';
export { isOut, missingForRelease, type Standing, standingOf } from './standing';
export {
  BY_WORDS,
  COUNT_WORDS,
  COUNTED_PLACEMENT_STATES,
  countsOf,
  drawnCounts,
  PLACEMENT_LEVELS,
  STATISTICS_BY,
  STORY_COUNTS,
  STORY_FIGURES,
  type StatisticsBy,
  type StoryCount,
  type StoryFigure,
  SUBMITTED_STORY_STATES,
} from './statistics';
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
  tidyLine,
  tidyText,
} from './tidy';
export { type Article, type ArticlePicture, captionOf, toPlain, toWechat } from './wechat';
