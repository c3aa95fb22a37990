import type { DimensionDraft, RubricDraft } from '@jiedui/shared/rubric';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first of the proposals that is not taken. */
function free(taken: ReadonlySet<string>, propose: (turn: number) => string): string {
  for (let turn = 1; ; turn += 1) {
    const code = propose(turn);
    if (!taken.has(code)) return code;
  }
}

/** A, B, C …, then A1, B1 …: the first letter that no dimension has. */
export function nextDimensionCode({ dimensions }: RubricDraft): string {
  const taken = new Set(dimensions.map(({ code }) => code));
  return free(taken, (turn) => {
    const round = Math.floor((turn - 1) / LETTERS.length);
    return `${LETTERS[(turn - 1) % LETTERS.length]}${round || ''}`;
  });
}

/** The dimension's code with the next number that no indicator of the whole rubric has. */
export function nextIndicatorCode({ dimensions }: RubricDraft, { code, indicators }: DimensionDraft): string {
  const taken = new Set(dimensions.flatMap((one) => one.indicators.map((indicator) => indicator.code)));
  return free(taken, (turn) => `${code}${indicators.length + turn}`);
}

/** Letters for levels, bands and options in a list. */
export function nextLetter(taken: readonly { code: string }[]): string {
  const codes = new Set(taken.map(({ code }) => code));
  return free(codes, (turn) => (turn <= LETTERS.length ? (LETTERS[turn - 1] ?? '') : `X${turn}`));
}

/** A code as somebody types it: half width, without spaces, which no code may have. */
export const asCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/gu, '');
