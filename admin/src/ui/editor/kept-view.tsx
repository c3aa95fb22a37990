import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Blocks } from '../field/blocks';

/** A part of a text that is shown and moved, but not edited here. */
export function KeptView({ node, selected }: NodeViewProps) {
  return (
    <NodeViewWrapper
      className={selected ? 'editor-kept editor-chosen' : 'editor-kept'}
      contentEditable={false}
    >
      <Blocks value={[node.attrs.block]} />
    </NodeViewWrapper>
  );
}
