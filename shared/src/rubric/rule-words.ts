import { enumWords } from '../text/enums';
import type { Locale, Words } from '../text/words';
import type { Aggregation } from './policy';
import type { Rubric } from './schema';
import { SOURCE_WORDS } from './sources';

/** How the sheets of one source become one score, as a sentence. */
export function aggregationWords(aggregation: Aggregation): Words {
  switch (aggregation.policy) {
    case 'mean':
      return { zh: '各测评员取平均分', en: 'Mean of the evaluators' };
    case 'dropHighLow':
      return {
        zh: `${aggregation.from} 名以上测评员时去掉一个最高分和一个最低分`,
        en: `From ${aggregation.from} evaluators on, one high and one low are dropped`,
      };
    case 'trimmed': {
      // 0.07 × 100 is not 7 in binary: two places are more than a rubric says.
      const percent = Math.round(aggregation.proportion * 10_000) / 100;
      return { zh: `两端各去掉 ${percent}%`, en: `${percent}% is dropped on each side` };
    }
  }
}

/** The sources with their weights. */
export function sourcesWords(sources: Rubric['sources']): Words {
  const text = (locale: Locale) => sources.map((one) => `${SOURCE_WORDS[one.code][locale]} ${one.weight}%`);
  return { zh: text('zh').join('、'), en: text('en').join(', ') };
}

/** What happens while a source has no score. */
export function missingSourceWords(missing: Rubric['missingSource']): Words {
  return missing === 'noTotal'
    ? { zh: '缺少任一来源时不产生总分', en: 'No total while a source is missing' }
    : { zh: '缺少的来源按其余来源重新分配权重', en: 'A missing source is re-weighted away' };
}

/** What bands and ranks go by. */
export function decidedByWords({ decidedBy, digits }: Pick<Rubric, 'decidedBy' | 'digits'>): Words {
  return decidedBy === 'shown'
    ? {
        zh: `等次、名次按四舍五入到 ${digits} 位小数后的总分确定`,
        en: `Grades and ranks go by the total rounded to ${digits} places`,
      }
    : { zh: '等次、名次按未舍入的总分确定', en: 'Grades and ranks go by the exact total' };
}

/** Whom a list of bands is for: it may go by unit class or by the level of a site. */
export function bandListWords(code: string): Words {
  const [first, second] = [enumWords('unit', 'unitClass', code), enumWords('station', 'level', code)];
  return first.zh === code ? second : first;
}
