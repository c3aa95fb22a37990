import { CopyOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { type IndicatorDraft, ITEM_KIND_WORDS } from '@jiedui/shared/rubric';
import { Button } from 'antd';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../../../providers/i18n';
import { fieldKey } from './fields';
import type { Place } from './operations';

type Props = {
  indicator: IndicatorDraft;
  place: Place;
  open: boolean;
  /** Something of it is wrong. */
  wrong: boolean;
  onOpen: () => void;
  onStep: (by: -1 | 1) => void;
  onCopy: () => void;
  onRemove: () => void;
  onDrag: (place: Place | null) => void;
  onDrop: (place: Place) => void;
  children: ReactNode;
};

export const handleId = ({ d, i }: Place): string => `rubric-handle-${d}-${i}`;

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** One indicator in the list: what it is, the handle that moves it, and, opened, everything about it. */
export function IndicatorLine(props: Props) {
  const { indicator, place, open, wrong, onOpen, onStep, onCopy, onRemove, onDrag, onDrop, children } = props;
  const { say } = useWords();
  const { code, name, maxPoints, item } = indicator;
  const shown = `${code} ${name || say({ zh: '(未命名)', en: '(no name)' })}`;
  const key = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    onStep(by);
  };
  const start = (event: DragEvent) => {
    // Firefox drags nothing that carries nothing.
    event.dataTransfer.setData('text/plain', code);
    event.dataTransfer.effectAllowed = 'move';
    onDrag(place);
  };
  return (
    <li
      className={`builder-line${open ? ' builder-open' : ''}`}
      id={fieldKey(['dimensions', place.d, 'indicators', place.i])}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onDrop(place);
      }}
    >
      <div className="builder-head">
        <Button
          id={handleId(place)}
          size="small"
          type="text"
          className="builder-handle"
          draggable
          icon={<HolderOutlined />}
          aria-label={say({ zh: `移动 ${shown}`, en: `Move ${shown}` })}
          title={say({ zh: '拖动,或按 ↑ ↓ 移动', en: 'Drag, or move by ↑ ↓' })}
          onKeyDown={key}
          onDragStart={start}
          onDragEnd={() => onDrag(null)}
        />
        <button type="button" className="builder-name" aria-expanded={open} onClick={onOpen}>
          <span className="builder-title">{shown}</span>
          <span className="muted">{say(ITEM_KIND_WORDS[item.kind])}</span>
          {wrong && <span className="builder-wrong">{say({ zh: '有误', en: 'wrong' })}</span>}
          <span className="builder-points">{maxPoints ?? '–'}</span>
        </button>
        <span className="builder-tools">
          <Button
            size="small"
            type="text"
            icon={<CopyOutlined />}
            aria-label={say({ zh: `复制 ${shown}`, en: `Copy ${shown}` })}
            onClick={onCopy}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say({ zh: `删除 ${shown}`, en: `Remove ${shown}` })}
            onClick={onRemove}
          />
        </span>
      </div>
      {open && children}
    </li>
  );
}
