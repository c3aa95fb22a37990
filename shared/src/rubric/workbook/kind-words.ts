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

/** Words seen for a source beside our own. */
const SOURCE_ALIASES: Record<string, SourceCode> = {
  自查: 'self',
  单位自评: 'self',
  自我评价: 'self',
  镇: 'town',
  乡镇: 'town',
  镇街: 'town',
  街道: 'town',
  镇级: 'town',
  镇街评价: 'town',
  区: 'district',
  区级: 'district',
  区级评价: 'district',
  区办公室: 'district',
  区文明办: 'district',
  文明办: 'district',
  检查: 'inspection',
  督导: 'inspection',
  督查组: 'inspection',
  督查检查: 'inspection',
  群众: 'public',
  群众评议: 'public',
  群众测评: 'public',
};

/** The sources that 评价主体 lists (`自评、镇评`); undefined: empty, so all; null: a word is unknown. */
export function sourcesOf(cell: string): SourceCode[] | undefined | null {
  const words = foldCell(cell)
    .split(/[;,\uff0c、/+\s]+|和/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const codes = words.map(
    (word) =>
      SOURCE_CODES.find((code) => code === word || SOURCE_WORDS[code].zh === word) ??
      (Object.hasOwn(SOURCE_ALIASES, word) ? SOURCE_ALIASES[word] : undefined),
  );
  const known = codes.filter((code) => code !== undefined);
  return known.length === codes.length ? [...new Set(known)] : null;
}
