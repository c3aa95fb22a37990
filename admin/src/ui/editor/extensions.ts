import { linkAddress } from '@jiedui/shared/story';
import { type Extensions, Mark, mergeAttributes, Node, ReactNodeViewRenderer } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { FigureView } from './figure-view';
import { KeptView } from './kept-view';
import { hasRoomBelow, ListDepth } from './list-depth';

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes(HTMLAttributes), 0],
});

/** Strapi's blocks let program text be bold as well, which the kit's own mark does not. */
const Code = Mark.create({
  name: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', mergeAttributes(HTMLAttributes), 0],
});

const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph (bulletList | orderedList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      // Not further in than a text may have it; the key stays in the list all the same.
      Tab: () => {
        if (!this.editor.isActive('listItem')) return false;
        return hasRoomBelow(this.editor.state) ? this.editor.commands.sinkListItem('listItem') : true;
      },
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
    };
  },
});

const PICTURE = /^\/api\/files\/[a-z0-9]+$/;

const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ image: { default: null, rendered: false } }),
  // Only what this editor has copied itself; pictures of other pages are none of the record's.
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (element) => {
        const url = element.getAttribute('data-picture') ?? '';
        return PICTURE.test(url) ? { image: { url } } : false;
      },
    },
  ],
  renderHTML: ({ node }) => ['figure', { 'data-picture': String(node.attrs.image?.url ?? '') }],
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});

/** A block that the editor has no place for, carried along as it is. */
const Kept = Node.create({
  name: 'kept',
  group: 'block',
  atom: true,
  addAttributes: () => ({ block: { default: null, rendered: false } }),
  renderHTML: () => ['div', { 'data-kept': '' }],
  addNodeView: () => ReactNodeViewRenderer(KeptView),
});

/** What a text in Strapi's blocks may hold, and no more: whatever is pasted is reduced to it. */
export const blockExtensions = (): Extensions => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    listItem: false,
    horizontalRule: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: false,
      isAllowedUri: (url) => linkAddress.safeParse(url).success,
    },
  }),
  Quote,
  Code,
  ListItem,
  ListDepth,
  Figure,
  Kept,
];
