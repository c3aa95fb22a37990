import { metricWords as nameOf } from '../metric';
import type { Words } from '../text/words';
import type { Item, ItemOf } from './item-kinds';
import type { Indicator } from './schema';

const join = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join(';'),
  en: parts.map(({ en }) => en).join('; '),
});

const plain = (text: string): Words => ({ zh: text, en: text });

const FROM: Record<ItemOf<'deduct'>['from'], Words | null> = {
  item: null,
  dimension: { zh: '从维度起评分中扣', en: 'taken from the base of the dimension' },
  total: { zh: '从总分中扣', en: 'taken from the total' },
};

function deductWords({ rule, from }: ItemOf<'deduct'>): Words {
  const how =
    rule.mode === 'judged'
      ? { zh: `每次扣 ${rule.min}–${rule.max} 分`, en: `${rule.min}–${rule.max} points off each time` }
      : { zh: `每缺一项扣 ${rule.each} 分`, en: `${rule.each} points off for each missing` };
  const where = FROM[from];
  return join(where ? [how, where] : [how]);
}

function levelWords({ levels, countBy }: ItemOf<'level'>): Words {
  return join(
    levels.map(({ code, label, percent, count }, at) => {
      const name = label ? `${code} ${label}` : code;
      if (!countBy) return plain(`${name} ${percent}%`);
      if (count === undefined || at === levels.length - 1) {
        return { zh: `${name}(其余)${percent}%`, en: `${name} (others) ${percent}%` };
      }
      return countBy === 'met'
        ? { zh: `${name}(达标 ${count} 项以上)${percent}%`, en: `${name} (${count} or more met) ${percent}%` }
        : { zh: `${name}(问题 ${count} 项以内)${percent}%`, en: `${name} (at most ${count}) ${percent}%` };
    }),
  );
}

function ratioWords({ numerator, denominator, steps }: ItemOf<'ratio'>): Words {
  const rate = numerator && denominator ? [plain(`${numerator} ÷ ${denominator}`)] : [];
  const reached = steps.map(({ at, points }) => ({
    zh: `${at}% 以上 ${points} 分`,
    en: `${at}% or more: ${points}`,
  }));
  return join([...rate, ...reached]);
}

function metricWords({ metric, rule }: ItemOf<'metric'>): Words {
  const { zh, en } = nameOf(metric);
  const name = { zh: `系统取数“${zh}”`, en: `System figure “${en}”` };
  if (rule.mode === 'linear') {
    const { zeroAt, fullAt } = rule;
    return join([
      name,
      {
        zh: `${zeroAt} 得 0 分,${fullAt} 得满分,按比例`,
        en: `none at ${zeroAt}, all at ${fullAt}, in proportion`,
      },
    ]);
  }
  const atMost = rule.direction === 'atMost';
  return join([
    name,
    ...rule.steps.map(({ at, points }) => ({
      zh: `${at} ${atMost ? '以内' : '以上'} ${points} 分`,
      en: `${at} or ${atMost ? 'fewer' : 'more'}: ${points}`,
    })),
  ]);
}

function vetoWords({ effect, band }: ItemOf<'veto'>, bandName: (code: string) => Words): Words {
  if (effect === 'zero') return { zh: '触发则总分为 0', en: 'The total becomes 0' };
  if (!band) return { zh: '触发则评为最低等次', en: 'The lowest grade' };
  const { zh, en } = bandName(band);
  return { zh: `触发则等次不高于“${zh}”`, en: `At most “${en}”` };
}

/** How an indicator's points come about, in a sentence; empty where the points are simply judged. */
export function itemWords({ item }: Pick<Indicator, 'item'>, bandName: (code: string) => Words): Words {
  return WORDS[item.kind](item as never, bandName);
}

const WORDS: { [K in Item['kind']]: (item: ItemOf<K>, bandName: (code: string) => Words) => Words } = {
  points: () => plain(''),
  deduct: deductWords,
  level: levelWords,
  ratio: ratioWords,
  metric: metricWords,
  bonus: ({ options }) =>
    join(options.map(({ code, label, points }) => plain(`${label ?? code} +${points}`))),
  veto: vetoWords,
};
