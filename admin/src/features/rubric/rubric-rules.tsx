import {
  aggregationWords,
  bandListWords,
  bandsWords,
  decidedByWords,
  missingSourceWords,
  type Rubric,
  sourcesWords,
  tieBreakWords,
} from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import { useWords } from '../../providers/i18n';

/** How sheets become a total, a rank and a band, one rule a sentence. */
function rulesOf(rubric: Rubric): Words[] {
  const { sources, bandsByClass, minRaters, bonusCap, penaltyCap, cap, missingSource, tieBreaks } = rubric;
  const weights = sourcesWords(sources);
  const ties = tieBreaks.map((key) => tieBreakWords(rubric, key));
  const bands = bandsWords(rubric.bands);
  return [
    { zh: `评分来源:${weights.zh}`, en: `Sources: ${weights.en}` },
    aggregationWords(rubric.aggregation),
    missingSourceWords(missingSource),
    { zh: `至少 ${minRaters} 名测评员方可排名`, en: `Ranked from ${minRaters} evaluators on` },
    { zh: `加分合计不超过 ${bonusCap} 分`, en: `Bonus at most ${bonusCap}` },
    ...(penaltyCap === undefined
      ? []
      : [
          { zh: `从总分中扣分合计不超过 ${penaltyCap} 分`, en: `Taken from the total at most ${penaltyCap}` },
        ]),
    ...(cap === undefined ? [] : [{ zh: `总分封顶 ${cap} 分`, en: `The total is capped at ${cap}` }]),
    decidedByWords(rubric),
    { zh: `等次:${bands.zh}`, en: `Grades: ${bands.en}` },
    ...Object.entries(bandsByClass).map(([unitClass, own]) => {
      const name = bandListWords(unitClass);
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
