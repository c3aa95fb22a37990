import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useWords } from '../../providers/i18n';
import { LateTag } from '../../ui/field/tags';
import type { CheckedRule } from './annex-checklist';

const words = {
  title: { zh: '附件1 活动指引', en: 'Annex 1 checklist' },
  met: { zh: '已满足', en: 'Met' },
  unmet: { zh: '未满足', en: 'Not met' },
  by: { zh: '最迟', en: 'By' },
};

/** What Annex 1 asks of this activity before it is announced: each rule met, or what to do and by when. */
export function AnnexPanel({ rules, open }: { rules: readonly CheckedRule[]; open: boolean }) {
  const { say } = useWords();
  const met = rules.filter((rule) => !rule.missing).length;
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{`${met}/${rules.length}`}</span>
      </h2>
      <ul className="checklist">
        {rules.map((rule) => (
          <li key={rule.code}>
            {rule.missing ? (
              <ExclamationCircleFilled style={{ color: '#8a5300' }} aria-label={say(words.unmet)} />
            ) : (
              <CheckCircleFilled style={{ color: '#1f6b3a' }} aria-label={say(words.met)} />
            )}
            <div>
              <div title={rule.source}>{say(rule.words)}</div>
              {rule.missing && open && (
                <div className="muted">
                  {say(rule.missing)} {say(words.by)} {rule.by} <LateTag dueOn={rule.by} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
