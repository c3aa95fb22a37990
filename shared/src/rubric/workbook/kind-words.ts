import { ITEM_KIND_WORDS, ITEM_KINDS, type ItemKind } from '../item-kinds';
import { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '../sources';
import { foldCell } from './text-cell';

/** Words seen for a kind beside our own. */
const KIND_ALIASES: Record<string, ItemKind> = {
  打分: 'points',
  得分: 'points',
  计分: 'points',
  减分: 'deduct',
  等级: 'level',
  分级: 'level',
  档次: 'level',
  比例: 'ratio',
  达标率: 'ratio',
  系统: 'metric',
  取数: 'metric',
  系统数据: 'metric',
  奖励: 'bonus',
  否决: 'veto',
};

/** The kind that 类型 names, or null. A trailing 项 or 制 is allowed (加分项, 扣分制). */
export function kindOf(word: string): ItemKind | null {
  const plain = foldCell(word)
    .replace(/\s/g, '')
    .replace(/[项制]$/, '');
  const own = ITEM_KINDS.find((kind) => ITEM_KIND_WORDS[kind].zh === plain || kind === plain.toLowerCase());
  return own ?? (Object.hasOwn(KIND_ALIASES, plain) ? (KIND_ALIASES[plain] ?? null) : null);
}

/** The sources that 评价主体 lists (`自评、镇评`); undefined: empty, so all; null: a word is unknown. */
export function sourcesOf(cell: string): SourceCode[] | undefined | null {
  const words = foldCell(cell)
    .split(/[;,\uff0c、/\s]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const codes = words.map((word) =>
    SOURCE_CODES.find((code) => code === word || SOURCE_WORDS[code].zh === word),
  );
  const known = codes.filter((code) => code !== undefined);
  return known.length === codes.length ? known : null;
}
