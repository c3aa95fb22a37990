import {
  BoldOutlined,
  ItalicOutlined,
  LinkOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { Words } from '@jiedui/shared/text';
import { type Editor, useEditorState } from '@tiptap/react';
import { Button, Select, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../providers/i18n';
import { LinkDialog } from './link-dialog';
import { hasRoomBelow } from './list-depth';
import { PictureDialog } from './picture-dialog';
import { usePictures } from './pictures';
import { applyStyle, STYLES, styleOf, type TextStyle } from './text-style';

const words = {
  bar: { zh: '文字格式', en: 'Format' },
  style: { zh: '段落样式', en: 'Style' },
  bold: { zh: '加粗', en: 'Bold' },
  italic: { zh: '斜体', en: 'Italic' },
  underline: { zh: '下划线', en: 'Underline' },
  strike: { zh: '删除线', en: 'Strike through' },
  link: { zh: '链接', en: 'Link' },
  bullets: { zh: '项目符号', en: 'Bullets' },
  numbers: { zh: '编号', en: 'Numbers' },
  indent: { zh: '下一级', en: 'Indent' },
  outdent: { zh: '上一级', en: 'Outdent' },
  picture: { zh: '插入图片', en: 'Insert a picture' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
} satisfies Record<string, Words>;

const stateOf = ({ editor }: { editor: Editor }) => ({
  style: styleOf(editor),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  underline: editor.isActive('underline'),
  strike: editor.isActive('strike'),
  link: editor.isActive('link'),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  canIndent: hasRoomBelow(editor.state) && editor.can().sinkListItem('listItem'),
  canOutdent: editor.can().liftListItem('listItem'),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
});

/** The tools over a text. Each one also has its usual key, such as Ctrl+B. */
export function Toolbar({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const { say } = useWords();
  const state = useEditorState({ editor, selector: stateOf });
  const [open, setOpen] = useState<'link' | 'picture' | null>(null);
  const pictures = usePictures();
  const chain = () => editor.chain().focus();

  const tool = (name: keyof typeof words, icon: ReactNode, act: () => void, on?: boolean, can = true) => (
    <Tooltip title={say(words[name])} mouseEnterDelay={0.5}>
      <Button
        type={on ? 'primary' : 'text'}
        ghost={on ?? false}
        size="small"
        icon={icon}
        disabled={disabled || !can}
        aria-label={say(words[name])}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        // The selection stays in the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      />
    </Tooltip>
  );

  return (
    <div className="editor-bar" role="toolbar" aria-label={say(words.bar)}>
      <Select<TextStyle>
        size="small"
        aria-label={say(words.style)}
        disabled={disabled}
        value={state.style}
        options={Object.entries(STYLES)
          .filter(([style, { offered }]) => offered || style === state.style)
          .map(([value, { label }]) => ({ value: value as TextStyle, label: say(label) }))}
        onChange={(style) => applyStyle(editor, style)}
        popupMatchSelectWidth={false}
      />
      {tool('bold', <BoldOutlined />, () => chain().toggleBold().run(), state.bold)}
      {tool('italic', <ItalicOutlined />, () => chain().toggleItalic().run(), state.italic)}
      {tool('underline', <UnderlineOutlined />, () => chain().toggleUnderline().run(), state.underline)}
      {tool('strike', <StrikethroughOutlined />, () => chain().toggleStrike().run(), state.strike)}
      {tool('link', <LinkOutlined />, () => setOpen('link'), state.link)}
      {tool('bullets', <UnorderedListOutlined />, () => chain().toggleBulletList().run(), state.bullets)}
      {tool('numbers', <OrderedListOutlined />, () => chain().toggleOrderedList().run(), state.numbers)}
      {tool(
        'indent',
        <MenuUnfoldOutlined />,
        () => chain().sinkListItem('listItem').run(),
        undefined,
        state.canIndent,
      )}
      {tool(
        'outdent',
        <MenuFoldOutlined />,
        () => chain().liftListItem('listItem').run(),
        undefined,
        state.canOutdent,
      )}
      {pictures && tool('picture', <PictureOutlined />, () => setOpen('picture'))}
      {tool('undo', <UndoOutlined />, () => chain().undo().run(), undefined, state.canUndo)}
      {tool('redo', <RedoOutlined />, () => chain().redo().run(), undefined, state.canRedo)}
      {open === 'link' && <LinkDialog editor={editor} onClose={() => setOpen(null)} />}
      {open === 'picture' && (
        <PictureDialog editor={editor} pictures={pictures ?? []} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
