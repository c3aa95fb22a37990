import { findIndicator, type Rubric } from '@jiedui/shared/rubric';
import { type Entry, scoreItem } from '@jiedui/shared/scoring';
import { Button, Modal, Radio } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../../providers/i18n';
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

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const COMMENT = ' comment';

function differing(mine: SheetContent, theirs: SheetContent): string[] {
  const codes = new Set([...Object.keys(mine.entries), ...Object.keys(theirs.entries)]);
  const lines = [...codes].filter((code) => !same(mine.entries[code], theirs.entries[code]));
  return mine.comment === theirs.comment ? lines : [...lines, COMMENT];
}

type Side = 'mine' | 'theirs';

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
  const [choice, setChoice] = useState<Record<string, Side>>({});
  if (state.kind !== 'conflict') return null;
  const mine = store.content();
  const { theirs } = state;
  const lines = differing(mine, theirs);

  const shown = (side: SheetContent, code: string): string => {
    if (code === COMMENT) return side.comment || '–';
    const indicator = findIndicator(rubric, code);
    const entry: Entry | undefined = side.entries[code];
    if (!indicator || !entry) return '–';
    const { value, words: how } = scoreItem(indicator, entry);
    return [value ?? say(how), entry.comment].filter(Boolean).join(' · ');
  };
  const finish = () => {
    const entries = { ...theirs.entries };
    for (const code of lines) {
      if (code === COMMENT || choice[code] === 'theirs') continue;
      const own = mine.entries[code];
      if (own) entries[code] = own;
      else delete entries[code];
    }
    const comment = choice[COMMENT] === 'theirs' ? theirs.comment : mine.comment;
    saver.resolve({ entries, comment });
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
        {lines.map((code) => (
          <li key={code}>
            <div>
              {code === COMMENT ? say(words.comment) : `${code} ${findIndicator(rubric, code)?.name ?? ''}`}
            </div>
            <Radio.Group
              value={choice[code] ?? 'mine'}
              onChange={(event) => setChoice({ ...choice, [code]: event.target.value as Side })}
              options={(['mine', 'theirs'] as const).map((side) => ({
                value: side,
                label: `${say(words[side])}:${shown(side === 'mine' ? mine : theirs, code)}`,
              }))}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
