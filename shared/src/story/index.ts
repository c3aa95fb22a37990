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
