import { DeleteOutlined } from '@ant-design/icons';
import { captionOf } from '@jiedui/shared/story';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Button } from 'antd';
import { useWords } from '../../providers/i18n';
import { PictureThumb } from './picture-thumb';
import { usePictures } from './pictures';

const words = {
  remove: { zh: '从正文移除图片', en: 'Take the picture out of the text' },
  foreign: { zh: '此图不在本稿的图片中', en: 'Not one of this text’s pictures' },
};

/** A picture within the text: what is said under it comes from its record. */
export function FigureView({ node, selected, editor, deleteNode }: NodeViewProps) {
  const { say } = useWords();
  const image = node.attrs.image as { url?: string; name?: string; alternativeText?: string } | null;
  const url = image?.url ?? '';
  const pictures = usePictures();
  const picture = pictures?.find((one) => one.url === url);
  const under = picture ? captionOf(picture) : (image?.alternativeText ?? image?.name ?? '');
  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? 'editor-figure editor-chosen' : 'editor-figure'}
      data-drag-handle
    >
      {picture && <PictureThumb url={url} alt={picture.caption || picture.name} />}
      <figcaption contentEditable={false}>
        {pictures && !picture ? <span className="editor-problem">{say(words.foreign)}</span> : under || url}
      </figcaption>
      {editor.isEditable && (
        <Button
          className="editor-figure-remove"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={say(words.remove)}
          onClick={deleteNode}
        />
      )}
    </NodeViewWrapper>
  );
}
