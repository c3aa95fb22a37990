import { bandsWords, type Rubric, SOURCE_WORDS } from '@jiedui/shared/rubric';
import { tieBreakWords } from '@jiedui/shared/scoring';
import { ENUM_TEXT, enumWords, type Locale, type Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';

function aggregationWords({ aggregation }: Rubric) {
  switch (aggregation.policy) {
    case 'mean':
      return { zh: '各测评员取平均分', en: 'Mean of the evaluators' };
    case 'dropHighLow':
      return {
        zh: `${aggregation.from} 名以上测评员时去掉一个最高分和一个最低分`,
        en: `From ${aggregation.from} evaluators on, one high and one low are dropped`,
      };
    case 'trimmed':
      return {
        zh: `两端各去掉 ${aggregation.proportion * 100}%`,
        en: `${aggregation.proportion * 100}% is dropped on each side`,
      };
  }
}

/** How sheets become a total, a rank and a band, one rule a sentence. */
function rulesOf(rubric: Rubric): Words[] {
  const { sources, bandsByClass, minRaters, bonusCap, penaltyCap, cap, missingSource, tieBreaks } = rubric;
  const weights = (locale: Locale) =>
    sources.map((one) => `${SOURCE_WORDS[one.code][locale]} ${one.weight}%`);
  const ties = tieBreaks.map((key) => tieBreakWords(rubric, key));
  const bands = bandsWords(rubric.bands);
  return [
    { zh: `评分来源:${weights('zh').join('、')}`, en: `Sources: ${weights('en').join(', ')}` },
    aggregationWords(rubric),
    missingSource === 'noTotal'
      ? { zh: '缺少任一来源时不产生总分', en: 'No total while a source is missing' }
      : { zh: '缺少的来源按其余来源重新分配权重', en: 'A missing source is re-weighted away' },
    { zh: `至少 ${minRaters} 名测评员方可排名`, en: `Ranked from ${minRaters} evaluators on` },
    { zh: `加分合计不超过 ${bonusCap} 分`, en: `Bonus at most ${bonusCap}` },
    ...(penaltyCap === undefined
      ? []
      : [
          { zh: `从总分中扣分合计不超过 ${penaltyCap} 分`, en: `Taken from the total at most ${penaltyCap}` },
        ]),
    ...(cap === undefined ? [] : [{ zh: `总分封顶 ${cap} 分`, en: `The total is capped at ${cap}` }]),
    { zh: `等次:${bands.zh}`, en: `Grades: ${bands.en}` },
    ...Object.entries(bandsByClass).map(([unitClass, own]) => {
      const name = classWords(unitClass);
      const its = bandsWords(own);
      return { zh: `${name.zh}等次:${its.zh}`, en: `Grades, ${name.en}: ${its.en}` };
    }),
    ...(ties.length === 0
      ? []
      : [
          {
            zh: `总分相同时依次比较:${ties.map(({ zh }) => zh).join('、')};仍相同则并列`,
            en: `Equal totals are told apart by: ${ties.map(({ en }) => en).join(', ')}; else they stay equal`,
          },
        ]),
  ];
}

/** A band list may go by unit class or by the level of a site. */
function classWords(code: string): Words {
  return ENUM_TEXT['unit.unitClass']?.[code] ?? enumWords('station', 'level', code);
}

/** The rules of a rubric in sentences. */
export function Rules({ rubric }: { rubric: Rubric }) {
  const { say } = useWords();
  return (
    <ul className="panel rubric-rules">
      {rulesOf(rubric).map((rule) => (
        <li key={rule.en}>{say(rule)}</li>
      ))}
    </ul>
  );
}
