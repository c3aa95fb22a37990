import type { Problem } from './expression';

/** A part of a parsed expression, as far as it is looked at here. */
export type Node = { op: string; args: unknown; start?: number };

const OPERATORS = ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||', '!_', '-_', '?:'];
/** No `matches`: a pattern can be made to run for hours. No lists and no macros: they multiply the work. */
const FUNCTIONS = ['size', 'string', 'double'];
const METHODS = ['contains', 'startsWith', 'endsWith', 'size'];

/** The names that an expression uses, or the first part that it may not hold. */
export function allowedParts(tree: Node): { uses: string[]; problem: Problem | null } {
  const uses = new Set<string>();
  const problem = forbidden(tree, uses);
  return { uses: [...uses], problem };
}

function forbidden(node: Node, uses: Set<string>): Problem | null {
  const { op, args } = node;
  if (op === 'id') {
    uses.add(String(args));
    return null;
  }
  if (op === 'value') return null;
  if (op === '.') return forbidden((args as [Node])[0], uses);
  const parts = partsOf(node);
  if (!parts) return refused(node);
  for (const part of parts) {
    const found = forbidden(part, uses);
    if (found) return found;
  }
  return null;
}

/** What a part consists of; null where it is none of those that are allowed. */
function partsOf({ op, args }: Node): Node[] | null {
  if (OPERATORS.includes(op)) return Array.isArray(args) ? (args as Node[]) : [args as Node];
  if (op === 'call') {
    const [name, given] = args as [string, Node[]];
    return FUNCTIONS.includes(name) ? given : null;
  }
  if (op === 'rcall') {
    const [name, on, given] = args as [string, Node, Node[]];
    return METHODS.includes(name) ? [on, ...given] : null;
  }
  return null;
}

function refused({ op, args, start = 0 }: Node): Problem {
  const name = op === 'call' || op === 'rcall' ? String((args as unknown[])[0]) : op;
  return {
    at: start,
    message: {
      zh: `不能使用“${name}”。可用:四则运算、比较、并且/或者、条件,以及 ${[...FUNCTIONS, ...METHODS.slice(0, 3)].join('、')}。`,
      en: `“${name}” cannot be used: only arithmetic, comparisons, && || ?:, ${[...FUNCTIONS, ...METHODS.slice(0, 3)].join(', ')}.`,
    },
  };
}

/** Whole numbers in the text become decimals, so that `1 / 2` is a half here as everywhere in the product. */
export function asDecimals(node: unknown): void {
  if (Array.isArray(node)) {
    for (const part of node) asDecimals(part);
    return;
  }
  if (typeof node !== 'object' || node === null || !('op' in node)) return;
  const part = node as Node;
  if (part.op === 'value' && typeof part.args === 'bigint') part.args = Number(part.args);
  else asDecimals(part.args);
}
