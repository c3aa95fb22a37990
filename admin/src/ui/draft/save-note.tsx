import { useSyncExternalStore } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { DraftState } from './draft-saver';

type State = DraftState<unknown>;

const time = (at: Date) => at.toTimeString().slice(0, 8);

function noteOf(state: State) {
  switch (state.kind) {
    case 'saved':
      return state.at
        ? { zh: `已保存 ${time(state.at)}`, en: `Saved ${time(state.at)}` }
        : { zh: '', en: '' };
    case 'partly':
      return {
        zh: `已保存 ${time(state.at)};${state.refused} 项未被接受,请修改`,
        en: `Saved ${time(state.at)}; ${state.refused} not accepted, please correct`,
      };
    case 'waiting':
    case 'saving':
      return { zh: '保存中…', en: 'Saving…' };
    case 'offline':
      return {
        zh: '连不上服务器,已存在本机,恢复后自动保存',
        en: 'No server: kept on this device, sent later',
      };
    case 'conflict':
      return { zh: '与另一处的修改冲突', en: 'Changed elsewhere too' };
    case 'refused': {
      const { zh, en } = errorWords(state.error);
      return { zh: `未保存:${zh}`, en: `Not saved: ${en}` };
    }
  }
}

const GOOD: readonly State['kind'][] = ['saved', 'waiting', 'saving'];

type Props = { saver: { subscribe: (listener: () => void) => () => void; state: () => State } };

/** When a form that saves itself was saved, or why it is not. */
export function SaveNote({ saver }: Props) {
  const { say } = useWords();
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const bad = !GOOD.includes(state.kind);
  return (
    <span className={bad ? 'save-note save-note-bad' : 'save-note'} role="status">
      {say(noteOf(state))}
    </span>
  );
}
