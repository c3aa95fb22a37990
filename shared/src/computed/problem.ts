import type { Words } from '../text/words';
import type { Problem } from './expression';

type CelError = Error & { summary?: string; code?: string; range?: { start: number } };

/** What the library says in English, in Chinese words. */
const PATTERNS: [pattern: RegExp, zh: (found: string[]) => string][] = [
  [/^Unknown variable: (.+)/, ([name]) => `没有可用的字段“${name}”。`],
  [/^No such key: (.+)/, ([name]) => `关联记录只能取名称,没有“${name}”。`],
  [/^no such overload: (.+)/, ([what]) => `类型不相配:${what}。`],
  [/^Unexpected token: EOF/, () => '表达式没有写完。'],
  [/^Unexpected token: (.+)/, ([what]) => `此处不应有“${what}”。`],
  [/^Exceeded max(Depth|AstNodes)/, () => '表达式过于复杂。'],
  [/^Exceeded maxCallArguments/, () => '参数过多。'],
  [/^Cannot index/, () => '文字、数字没有下级内容。'],
  [/^Exceeded max/, () => '不能使用列表。'],
  [/^Reserved identifier: (.+)/, ([name]) => `“${name}”是保留字。`],
];

/** An error of the library in words, with its place. */
export function problemOf(error: unknown): Problem {
  const { summary, message, range } = error as CelError;
  const en = (summary ?? message ?? '').split('\n')[0] ?? '';
  return { at: range?.start ?? 0, message: wordsOf(en) };
}

function wordsOf(en: string): Words {
  for (const [pattern, zh] of PATTERNS) {
    const found = pattern.exec(en);
    if (found) return { zh: zh(found.slice(1)), en: `${en}.` };
  }
  return { zh: `表达式不正确:${en}`, en: `${en}.` };
}
