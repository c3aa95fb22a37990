import { PlusOutlined } from '@ant-design/icons';
import type { Words } from '@jiedui/shared/text';
import { Button, Input, Select } from 'antd';
import { useWords } from '../../providers/i18n';
import { asBlocks, type BlockNode, Blocks } from '../field/blocks';
import { BLOCK_STYLES, type BlockStyle, fromEdited, toEdited } from './block-text';
import { EntryButtons } from './entry-buttons';

type Props = {
  id?: string;
  label: string;
  value?: unknown;
  onChange?: (value: BlockNode[] | null) => void;
  disabled?: boolean;
};

const STYLES: Record<BlockStyle, Words> = {
  paragraph: { zh: '正文', en: 'Text' },
  h1: { zh: '一级标题', en: 'Heading 1' },
  h2: { zh: '二级标题', en: 'Heading 2' },
  h3: { zh: '三级标题', en: 'Heading 3' },
  bulleted: { zh: '项目符号', en: 'Bullets' },
  numbered: { zh: '编号列表', en: 'Numbers' },
  quote: { zh: '引用', en: 'Quote' },
};

const words = {
  style: { zh: '样式', en: 'Style' },
  add: { zh: '添加一段', en: 'Add a paragraph' },
  hint: { zh: '**加粗** *斜体*;列表每行一项。', en: '**bold** *italic*; a list has an item a line.' },
};

const moved = (blocks: BlockNode[], from: number, to: number): BlockNode[] => {
  const next = [...blocks];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** A text in blocks, edited block by block; what the editor cannot show whole stays as it was made. */
export default function BlocksInput({ id, label, value, onChange, disabled = false }: Props) {
  const { say } = useWords();
  const blocks = asBlocks(value);
  const put = (next: BlockNode[]) => onChange?.(next.length > 0 ? next : null);
  const replace = (at: number, block: BlockNode) =>
    put(blocks.map((old, index) => (index === at ? block : old)));

  return (
    <div className="blocks-input">
      {blocks.map((block, at) => {
        const edited = toEdited(block);
        const title = `${label} ${at + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block has nothing else that tells it from its neighbour
          <div key={at}>
            <div className="nested-head">
              {edited && (
                <Select
                  size="small"
                  aria-label={`${say(words.style)} ${title}`}
                  disabled={disabled}
                  value={edited.style}
                  onChange={(style: BlockStyle) => replace(at, fromEdited({ ...edited, style }))}
                  options={BLOCK_STYLES.map((style) => ({ value: style, label: say(STYLES[style]) }))}
                  popupMatchSelectWidth={false}
                />
              )}
              <EntryButtons
                {...{ title, at, disabled }}
                count={blocks.length}
                move={(from, to) => put(moved(blocks, from, to))}
                remove={() => put(blocks.filter((_, index) => index !== at))}
              />
            </div>
            {edited ? (
              <Input.TextArea
                {...(id && at === 0 ? { id } : {})}
                aria-label={title}
                autoSize={{ minRows: 1, maxRows: 12 }}
                disabled={disabled}
                value={edited.text}
                onChange={(event) => replace(at, fromEdited({ ...edited, text: event.target.value }))}
              />
            ) : (
              <Blocks value={[block]} />
            )}
          </div>
        );
      })}
      <Button
        aria-label={`${say(words.add)} ${label}`}
        icon={<PlusOutlined />}
        disabled={disabled}
        onClick={() => put([...blocks, fromEdited({ style: 'paragraph', text: '' })])}
      >
        {say(words.add)}
      </Button>
      {blocks.length > 0 && <div className="muted">{say(words.hint)}</div>}
    </div>
  );
}
