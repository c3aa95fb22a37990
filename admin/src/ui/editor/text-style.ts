import type { Words } from '@jiedui/shared/text';
import type { Editor } from '@tiptap/react';

/** What a paragraph can be. Those that are not offered are shown where a text from elsewhere has them. */
export const STYLES = {
  paragraph: { label: { zh: '正文', en: 'Text' }, offered: true },
  h1: { label: { zh: '一级标题', en: 'Heading 1' }, offered: true },
  h2: { label: { zh: '二级标题', en: 'Heading 2' }, offered: true },
  h3: { label: { zh: '三级标题', en: 'Heading 3' }, offered: true },
  h4: { label: { zh: '四级标题', en: 'Heading 4' }, offered: false },
  h5: { label: { zh: '五级标题', en: 'Heading 5' }, offered: false },
  h6: { label: { zh: '六级标题', en: 'Heading 6' }, offered: false },
  quote: { label: { zh: '引用', en: 'Quote' }, offered: true },
  code: { label: { zh: '代码', en: 'Code' }, offered: false },
} satisfies Record<string, { label: Words; offered: boolean }>;
export type TextStyle = keyof typeof STYLES;

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** What the paragraph is in which the cursor stands. */
export function styleOf(editor: Editor): TextStyle {
  if (editor.isActive('blockquote')) return 'quote';
  if (editor.isActive('codeBlock')) return 'code';
  const level = editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0;
  return level > 0 ? (`h${level}` as TextStyle) : 'paragraph';
}

/** Makes the paragraphs that are chosen another thing. An item of a list leaves its list first. */
export function applyStyle(editor: Editor, style: TextStyle): void {
  const chain = editor.chain().focus();
  if (style === 'paragraph') chain.setParagraph().run();
  else if (style === 'quote') chain.clearNodes().setNode('blockquote').run();
  else if (style === 'code') chain.setCodeBlock().run();
  else
    chain
      .clearNodes()
      .setHeading({ level: Number(style.slice(1)) as Level })
      .run();
}
