import { dec } from '../decimal';
import type { Locale, Words } from '../text/words';
import type { Band } from './policy';

/** The bands of one list, best first, as a sentence. */
export function bandsWords(bands: readonly Band[]): Words {
  const text = (locale: Locale) =>
    bands.map((band) => `${band.label[locale]} ≥ ${band.min}${quotaWords(band)?.[locale] ?? ''}`);
  return { zh: text('zh').join('、'), en: text('en').join(', ') };
}

function quotaWords({ quota }: Band): Words | null {
  if (!quota) return null;
  if ('count' in quota) return { zh: `(名额 ${quota.count} 个)`, en: ` (${quota.count} places)` };
  const percent = dec(quota.share).times(100).toDecimalPlaces(2).toString();
  return { zh: `(名额为排名单位的 ${percent}%)`, en: ` (${percent}% of the ranked)` };
}
