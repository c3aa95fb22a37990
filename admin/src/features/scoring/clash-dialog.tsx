import { findIndicator, type Rubric } from '@jiedui/shared/rubric';
import { type Entry, scoreItem } from '@jiedui/shared/scoring';
import { Button, Modal, Radio } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../../providers/i18n';
import { type ClashLine, clashLines, merge, type Side } from './clash';
import type { SheetSaver } from './sheet-saver';
import type { SheetContent, SheetStore } from './sheet-store';

const words = {
  title: { zh: '这张评分表在另一处也改过', en: 'This sheet was changed elsewhere too' },
  hint: {
    zh: '请逐项选择保留哪一个。两边都没有丢失。',
    en: 'Choose what to keep, line by line. Neither side is lost.',
  },
  mine: { zh: '本机', en: 'This device' },
  theirs: { zh: '已保存的', en: 'Saved' },
  keep: { zh: '按选择保存', en: 'Save what is chosen' },
  comment: { zh: '总体意见', en: 'Overall comment' },
};

/** Both versions of a sheet side by side; what is chosen becomes the sheet. */
export function ClashDialog({
  store,
  saver,
  rubric,
}: {
  store: SheetStore;
  saver: SheetSaver;
  rubric: Rubric;
}) {
  const { say } = useWords();
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const [choice, setChoice] = useState<ReadonlyMap<string | null, Side>>(new Map());
  if (state.kind !== 'conflict') return null;
  const mine = store.content();
  const { theirs, base } = state;
  const lines = clashLines(mine, theirs, base);
  const sideOf = ({ code, proposed }: ClashLine): Side => choice.get(code) ?? proposed;

  const shown = (side: SheetContent, code: string | null): string => {
    if (code === null) return side.comment || '–';
    const indicator = findIndicator(rubric, code);
    const entry: Entry | undefined = side.entries[code];
    if (!indicator || !entry) return '–';
    const { value, words: how } = scoreItem(indicator, entry);
    return [value ?? say(how), entry.comment].filter(Boolean).join(' · ');
  };
  const finish = () => {
    setChoice(new Map());
    saver.resolve(merge(mine, theirs, lines, sideOf));
  };
  return (
    <Modal
      open
      closable={false}
      title={say(words.title)}
      footer={
        <Button type="primary" onClick={finish}>
          {say(words.keep)}
        </Button>
      }
    >
      <p className="muted">{say(words.hint)}</p>
      <ul className="sheet-clash">
        {lines.map((line) => (
          <li key={line.code ?? ''}>
            <div>
              {line.code === null
                ? say(words.comment)
                : `${line.code} ${findIndicator(rubric, line.code)?.name ?? ''}`}
            </div>
            <Radio.Group
              value={sideOf(line)}
              onChange={(event) => setChoice(new Map(choice).set(line.code, event.target.value as Side))}
              options={(['mine', 'theirs'] as const).map((side) => ({
                value: side,
                label: `${say(words[side])}:${shown(side === 'mine' ? mine : theirs, line.code)}`,
              }))}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
