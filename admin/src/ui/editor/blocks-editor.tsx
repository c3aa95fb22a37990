import { type Blocks, countCharacters, toBlocks, toEditor } from '@jiedui/shared/story';
import { EditorContent, useEditor } from '@tiptap/react';
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useWords } from '../../providers/i18n';
import { bringsPictures, cleanPasted } from './clean-paste';
import { blockExtensions } from './extensions';
import { Toolbar } from './toolbar';
import './editor.css';

type Props = {
  id?: string;
  label: string;
  value?: unknown;
  onChange?: (value: Blocks | null) => void;
  disabled?: boolean;
};

const words = {
  noPictures: {
    zh: '粘贴只带入文字。图片请先上传,再用“插入图片”放进正文。',
    en: 'Only words are pasted. Upload pictures first, then insert them.',
  },
};

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** A text in Strapi's blocks, as it is written: what the blocks cannot hold never comes in. */
export default function BlocksEditor({ id, label, value, onChange, disabled = false }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const told = useRef(onChange);
  told.current = onChange;
  /** What the text was when it last went out or came in: only another one is put into the editor. */
  const last = useRef(value ?? null);

  const note = (data: DataTransfer | null) => {
    if (bringsPictures(data)) message.info(say(words.noPictures));
  };
  const noted = useRef(note);
  noted.current = note;

  const editor = useEditor({
    extensions: blockExtensions(),
    content: toEditor(value),
    editable: !disabled,
    editorProps: {
      attributes: {
        class: 'editor-text rich-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(id ? { id } : {}),
      },
      transformPastedHTML: cleanPasted,
      handlePaste: (_view, event) => {
        noted.current(event.clipboardData);
        return false;
      },
      handleDrop: (_view, event, _slice, moved) => {
        if (!moved) noted.current(event.dataTransfer);
        // A file that is dropped would otherwise be opened in place of the page.
        return !moved && (event.dataTransfer?.files.length ?? 0) > 0;
      },
    },
    onUpdate: ({ editor: now }) => {
      const blocks = toBlocks(now.getJSON());
      last.current = blocks.length > 0 ? blocks : null;
      told.current?.(blocks.length > 0 ? blocks : null);
    },
  });

  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);

  useEffect(() => {
    if (same(value, last.current)) return;
    last.current = value ?? null;
    editor.commands.setContent(toEditor(value), { emitUpdate: false });
  }, [editor, value]);

  const count = countCharacters(value);
  return (
    <div className={disabled ? 'editor editor-off' : 'editor'}>
      <Toolbar editor={editor} disabled={disabled} />
      <EditorContent editor={editor} />
      <div className="editor-count muted">{say({ zh: `${count} 字`, en: `${count} characters` })}</div>
    </div>
  );
}
