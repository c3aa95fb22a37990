const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first of the proposals that is not taken. */
function freeCode(taken: ReadonlySet<string>, propose: (turn: number) => string): string {
  for (let turn = 1; ; turn += 1) {
    const code = propose(turn);
    if (!taken.has(code)) return code;
  }
}

/** A, B, C …, then A1, B1 …: the first letter that no dimension has. */
export function freeDimensionCode(taken: ReadonlySet<string>): string {
  return freeCode(taken, (turn) => {
    const round = Math.floor((turn - 1) / LETTERS.length);
    return `${LETTERS[(turn - 1) % LETTERS.length]}${round || ''}`;
  });
}

/** The dimension's code with the next number that no indicator of the whole rubric has. */
export function freeIndicatorCode(
  taken: ReadonlySet<string>,
  { code, indicators }: { code: string; indicators: readonly unknown[] },
): string {
  return freeCode(taken, (turn) => `${code}${indicators.length + turn}`);
}

/** Letters for levels, bands and options in a list. */
export function freeLetter(taken: ReadonlySet<string>): string {
  return freeCode(taken, (turn) => (turn <= LETTERS.length ? (LETTERS[turn - 1] ?? '') : `X${turn}`));
}
