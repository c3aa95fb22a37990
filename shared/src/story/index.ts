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
export { countCharacters, type EditorNode, plainLines, plainText, toBlocks, toEditor } from './editor';
