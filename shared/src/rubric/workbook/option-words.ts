import type { Words } from '../../text/words';
import type { ItemKind } from '../item-kinds';

/** How the options of a kind are written; shown where a cell cannot be read, and in the template. */
export const OPTION_NOTATION = {
  points: { zh: '不填', en: 'nothing' },
  deduct: {
    zh: '每次=2(每次扣 2 分)或 每次=1-5(酌情扣 1 至 5 分)或 每缺=1;可加 扣自=维度 或 扣自=总分',
    en: '每次=2 or 每次=1-5 or 每缺=1; also 扣自=维度 or 扣自=总分',
  },
  level: {
    zh: 'A=100%;B=66%;C=33%;C#=0%;按数量定档再加 计数=问题 或 计数=达标，如 计数=问题;A=100%@0;B=66%@1;C=0%',
    en: 'A=100%;B=66%;C=33%;C#=0%, by number: 计数=问题;A=100%@0;B=66%@1;C=0%',
  },
  ratio: { zh: '≥80%=10;≥70%=6;可加 分子=注册人数;分母=在职人数', en: '≥80%=10;≥70%=6; also 分子=…;分母=…' },
  metric: {
    zh: '取数=取数项名称，如 取数=开展活动场次;再加 ≥8=10;≥6=6 或 ≤1=10 或 线性=0~100',
    en: '取数=figure, then ≥8=10;≥6=6 or ≤1=10 or 线性=0~100',
  },
  bonus: { zh: '国家级=3;省级=2;市级=1', en: '国家级=3;省级=2;市级=1' },
  veto: {
    zh: '不填，或 后果=零分，或 等次=等次名称或编码，如 等次=合格',
    en: 'nothing, or 后果=零分, or 等次=a band such as 合格',
  },
} as const satisfies Record<ItemKind, Words>;

/** What is wrong with options whose notation would fit, but say something else than was meant. */
export const OPTION_TROUBLE = {
  twice: (key: string): Words => ({
    zh: `“${key}”只能写一次，请合并或删去一处`,
    en: `${key} only once`,
  }),
  percentOfLevel: {
    zh: '分档写百分比，不写分数，如 A=100%;B=80%',
    en: 'a percentage for each level, such as A=100%;B=80%',
  },
  percentOfRate: (at: number): Words => {
    const percent = Number((at * 100).toFixed(6));
    return {
      zh: `界限写百分比：写成 ≥${percent}%=得分`,
      en: `the threshold in percent: ≥${percent}%=points`,
    };
  },
  rateBelow: {
    zh: '比率只按“达到多少得多少分”计，写成 ≥80%=10；越低越好的请换成相反的比率，如“合格率”',
    en: 'thresholds to reach, such as ≥80%=10; where less is better, use the opposite rate',
  },
  above: {
    zh: '界限包括该数，把 > 写成 ≥，如 ≥80%=10',
    en: '≥ instead of >, such as ≥80%=10',
  },
  rest: {
    zh: '“其他”只能写 0；要给分请写明界限，如 ≥0%=2',
    en: '其他 is 0; write a threshold such as ≥0%=2 where it earns points',
  },
} as const;
