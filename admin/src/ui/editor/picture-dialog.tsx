import { captionOf } from '@jiedui/shared/story';
import type { Editor } from '@tiptap/react';
import { Modal } from 'antd';
import { useWords } from '../../providers/i18n';
import { PictureThumb } from './picture-thumb';
import type { TextPicture } from './pictures';

const words = {
  title: { zh: '选择图片', en: 'Choose a picture' },
  none: {
    zh: '还没有图片。请先到“图片与同意”上传,再回来插入。',
    en: 'No pictures yet. Upload them under “Pictures and consent” first.',
  },
  untitled: { zh: '(没有说明)', en: '(no caption)' },
};

type Props = { editor: Editor; pictures: readonly TextPicture[]; onClose: () => void };

/** Puts one of the record's pictures into the text. */
export function PictureDialog({ editor, pictures, onClose }: Props) {
  const { say } = useWords();
  const insert = ({ url }: TextPicture) => {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'figure', attrs: { image: { url } } })
      .run();
    onClose();
  };
  return (
    <Modal open title={say(words.title)} onCancel={onClose} footer={null}>
      {pictures.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul className="picture-choice">
        {pictures.map((picture) => (
          <li key={picture.url}>
            <button type="button" onClick={() => insert(picture)}>
              <PictureThumb url={picture.url} alt="" />
              <span>{captionOf(picture) || `${picture.name} ${say(words.untitled)}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
