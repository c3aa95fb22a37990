import { linkAddress } from '@jiedui/shared/story';
import type { Editor } from '@tiptap/react';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';

const words = {
  title: { zh: '链接', en: 'Link' },
  address: { zh: '网址', en: 'Address' },
  set: { zh: '确定', en: 'Set' },
  remove: { zh: '去掉链接', en: 'Take the link away' },
  cancel: { zh: '取消', en: 'Cancel' },
  wrong: {
    zh: '请填写以 https://、http:// 或 mailto: 开头的网址。',
    en: 'Write an address that begins with https://, http:// or mailto:.',
  },
};

/** The address as it was meant: people leave out how it begins. */
const completed = (address: string): string =>
  /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address;

/** Asks where the chosen words lead; without chosen words the address itself is put in. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { say } = useWords();
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);
  const [wrong, setWrong] = useState(false);

  const set = () => {
    const href = completed(address.trim());
    if (!linkAddress.safeParse(href).success) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };

  return (
    <Modal
      open
      title={say(words.title)}
      onCancel={onClose}
      footer={
        <>
          {before && <Button onClick={remove}>{say(words.remove)}</Button>}
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="primary" onClick={set}>
            {say(words.set)}
          </Button>
        </>
      }
    >
      <Input
        autoFocus
        aria-label={say(words.address)}
        aria-invalid={wrong}
        placeholder="https://"
        value={address}
        {...(wrong ? { status: 'error' as const } : {})}
        onChange={(event) => {
          setAddress(event.target.value);
          setWrong(false);
        }}
        onPressEnter={set}
      />
      {wrong && (
        <p className="editor-problem" role="alert">
          {say(words.wrong)}
        </p>
      )}
    </Modal>
  );
}
