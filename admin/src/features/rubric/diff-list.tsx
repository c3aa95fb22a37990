import { diffRubrics, type RubricChange, readRubric } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import { useMemo } from 'react';
import { useWords } from '../../providers/i18n';
import { Tag, type Tone } from '../../ui/tone';
import './rubric.css';

const KINDS: Record<RubricChange['kind'], { words: Words; tone: Tone }> = {
  added: { words: { zh: '新增', en: 'Added' }, tone: 'green' },
  removed: { words: { zh: '删除', en: 'Removed' }, tone: 'red' },
  moved: { words: { zh: '移动', en: 'Moved' }, tone: 'neutral' },
  renamed: { words: { zh: '更名', en: 'Renamed' }, tone: 'blue' },
  changed: { words: { zh: '修改', en: 'Changed' }, tone: 'amber' },
};

const GROUPS: { about: RubricChange['about']; words: Words }[] = [
  { about: 'rules', words: { zh: '总体规则', en: 'Rules' } },
  { about: 'dimension', words: { zh: '维度', en: 'Dimensions' } },
  { about: 'indicator', words: { zh: '指标', en: 'Indicators' } },
];

/** What differs between two definitions, in groups. */
export function DiffList({ before, after }: { before: unknown; after: unknown }) {
  const { say } = useWords();
  const changes = useMemo(() => {
    const [old, now] = [readRubric(before), readRubric(after)];
    return 'rubric' in old && 'rubric' in now ? diffRubrics(old.rubric, now.rubric) : null;
  }, [before, after]);
  if (!changes) {
    return (
      <p className="muted">
        {say({
          zh: '其中一版还没有填写完整,暂不能对比。',
          en: 'One of the two is not complete yet and cannot be compared.',
        })}
      </p>
    );
  }
  if (changes.length === 0) return <p>{say({ zh: '两版内容相同。', en: 'Both say the same.' })}</p>;
  return (
    <>
      {GROUPS.map(({ about, words }) => {
        const own = changes.filter((change) => change.about === about);
        if (own.length === 0) return null;
        return (
          <section key={about} className="rubric-diff">
            <h3>{say({ zh: `${words.zh}(${own.length})`, en: `${words.en} (${own.length})` })}</h3>
            <ul>
              {own.map((change) => (
                <li key={change.words.zh}>
                  <Tag tone={KINDS[change.kind].tone}>{say(KINDS[change.kind].words)}</Tag>
                  <span>{say(change.words)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
