import type { Words } from '../../text/words';
import { evidenceWords } from '../evidence';
import { ITEM_KIND_WORDS } from '../item-kinds';
import { itemWords } from '../item-words';
import type { Dimension, Indicator, Rubric } from '../schema';
import { SOURCE_WORDS } from '../sources';
import { fromTo, plain, type RubricChange, same } from './change';
import type { Matched } from './keyed';

/** An indicator with the dimension it stands in. */
export type Placed = { code: string; indicator: Indicator; dimension: Dimension };
type Change = Omit<RubricChange, 'about' | 'code'>;

const named = ({ indicator }: Placed): string => `${indicator.code} ${indicator.name}`;

/** What differs in one indicator that both versions have; `order`: it has changed places within its dimension. */
export function indicatorChanges(
  { before, after }: Pick<Matched<Placed>['both'][number], 'before' | 'after'>,
  order: boolean,
  [oldRubric, newRubric]: [Rubric, Rubric],
): Change[] {
  const [old, now] = [before.indicator, after.indicator];
  const label = (zh: string, en: string): Words => ({
    zh: `${named(after)} ${zh}`,
    en: `${named(after)}, ${en}`,
  });
  const changes: Change[] = [];
  const put = (kind: Change['kind'], words: Words) => changes.push({ kind, words });
  if (old.name !== now.name) {
    put('renamed', {
      zh: `${now.code}：由“${old.name}”更名为“${now.name}”`,
      en: `${now.code}: “${old.name}” is now called “${now.name}”`,
    });
  }
  if (before.dimension.code !== after.dimension.code) {
    put('moved', {
      zh: `${named(after)}：由“${before.dimension.name}”移到“${after.dimension.name}”`,
      en: `${named(after)} moved from “${before.dimension.name}” to “${after.dimension.name}”`,
    });
  } else if (order) {
    put('moved', { zh: `${named(after)}：顺序有调整`, en: `${named(after)} stands in another place` });
  }
  if (old.maxPoints !== now.maxPoints) {
    put('changed', fromTo(label('分值', 'points'), plain(`${old.maxPoints}`), plain(`${now.maxPoints}`)));
  }
  if (!same(old.item, now.item)) {
    put(
      'changed',
      fromTo(label('计分办法', 'how it counts'), counts(old, oldRubric), counts(now, newRubric)),
    );
  }
  if (!same(old.standard, now.standard)) {
    put(
      'changed',
      fromTo(label('评分标准', 'standard'), plain(old.standard ?? ''), plain(now.standard ?? '')),
    );
  }
  if (!same(old.dataSource, now.dataSource)) {
    const [one, other] = [plain(old.dataSource ?? ''), plain(now.dataSource ?? '')];
    put('changed', fromTo(label('数据来源', 'evidence'), one, other));
  }
  if (!same(old.sources, now.sources)) {
    put('changed', fromTo(label('评价主体', 'judged by'), judgedBy(old), judgedBy(now)));
  }
  if (!same(old.evidence, now.evidence)) {
    put('changed', fromTo(label('佐证记录', 'records beside it'), besides(old), besides(now)));
  }
  return changes;
}

const besides = ({ evidence }: Indicator): Words => (evidence ? evidenceWords(evidence) : plain(''));

function counts(indicator: Indicator, rubric: Rubric): Words {
  const bands = [rubric.bands, ...Object.values(rubric.bandsByClass)].flat();
  const kind = ITEM_KIND_WORDS[indicator.item.kind];
  const how = itemWords(indicator, (code) => bands.find((band) => band.code === code)?.label ?? plain(code));
  if (how.zh === '') return kind;
  return { zh: `${kind.zh}，${how.zh}`, en: `${kind.en}, ${how.en}` };
}

function judgedBy({ sources }: Indicator): Words {
  if (!sources) return { zh: '全部', en: 'all' };
  return {
    zh: sources.map((code) => SOURCE_WORDS[code].zh).join('、'),
    en: sources.map((code) => SOURCE_WORDS[code].en).join(', '),
  };
}
