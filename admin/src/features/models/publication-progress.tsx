import type { Words } from '@jiedui/shared/text';
import { Steps } from 'antd';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import { PUBLICATION_STEPS, type Publication } from './model-api';

export const STEP_WORDS: Record<Publication['step'], Words> = {
  starting: { zh: '启动新进程', en: 'Start the new process' },
  checking: { zh: '检查', en: 'Check it' },
  switching: { zh: '切换', en: 'Switch over' },
  draining: { zh: '旧进程收尾', en: 'The old one ends' },
  backup: { zh: '备份', en: 'Back up' },
  clearing: { zh: '清除数据', en: 'Clear the data' },
  dropping: { zh: '删除字段', en: 'Drop the columns' },
  done: { zh: '完成', en: 'Done' },
  rolledBack: { zh: '已退回', en: 'Rolled back' },
};

const words = {
  title: { zh: '正在发布', en: 'Publishing' },
  hint: {
    zh: '可以离开本页,发布会继续。中途出错时自动退回原来的模型。',
    en: 'You may leave this page; it goes on. If something fails, the former model comes back by itself.',
  },
};

/** Start, check, switch, drain. */
const SAFE_STEPS = 4;

/** How far a publication is. */
export function PublicationProgress({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const phone = usePhone();
  // Where nothing is destroyed there is nothing to back up or clear.
  const shown = publication.removes > 0 ? PUBLICATION_STEPS : PUBLICATION_STEPS.slice(0, SAFE_STEPS);
  const steps: readonly Publication['step'][] = shown;
  return (
    <section className="panel" aria-live="polite">
      <h2>
        {say(words.title)} · {say({ zh: `第 ${publication.number} 版`, en: `version ${publication.number}` })}
      </h2>
      <Steps
        size="small"
        direction={phone ? 'vertical' : 'horizontal'}
        current={steps.indexOf(publication.step)}
        items={shown.map((step) => ({ title: say(STEP_WORDS[step]) }))}
      />
      <p className="muted">{say(words.hint)}</p>
    </section>
  );
}
