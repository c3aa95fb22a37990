import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { LateTag } from '../../ui/field/tags';
import type { ShownRule } from './annex-checklist';

const words = {
  title: { zh: '附件1 活动指引', en: 'Annex 1 checklist' },
  met: { zh: '已满足', en: 'Met' },
  unmet: { zh: '未满足', en: 'Not met' },
  or: { zh: '或', en: ' or ' },
  by: { zh: '最迟', en: 'until' },
};

/** What is missing for a rule, who can supply it and by when, counted back from the activity. */
function Missing({ rule }: { rule: ShownRule }) {
  const { say } = useWords();
  if (!rule.missing) return null;
  const who = rule.whoCanSupply.map((role) => say(optionWords('staff', 'role', role))).join(say(words.or));
  return (
    <div className="muted">
      {say(rule.missing)}
      <div>
        {say({ zh: `由${who}办理,`, en: `To be supplied by: ${who}, ` })}
        {say(words.by)} {rule.by} <LateTag dueOn={rule.by} soon={14} />
      </div>
    </div>
  );
}

/** What is asked of this activity before it is announced and reported: each rule met, or what to do and by when. */
export function AnnexPanel({ rules }: { rules: readonly ShownRule[] }) {
  const { say } = useWords();
  const met = rules.filter((rule) => !rule.missing).length;
  return (
    <section className="panel" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} <span className="muted">{`${met}/${rules.length}`}</span>
      </h2>
      <ul className="checklist">
        {rules.map((rule) => (
          <li key={rule.rule}>
            {rule.missing ? (
              <ExclamationCircleFilled style={{ color: '#8a5300' }} aria-label={say(words.unmet)} />
            ) : (
              <CheckCircleFilled style={{ color: '#1f6b3a' }} aria-label={say(words.met)} />
            )}
            <div>
              <div title={rule.source}>{say(rule.words)}</div>
              {rule.ahead && <Missing rule={rule} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
