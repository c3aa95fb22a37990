import { describe, expect, it } from 'vitest';
import { clashLines, merge } from './clash';

const sheet = (entries: Record<string, number>, comment = '') => ({
  entries: Object.fromEntries(Object.entries(entries).map(([code, points]) => [code, { points }])),
  comment,
});

const base = sheet({ A: 1, B: 1 });

describe('two versions of a sheet', () => {
  it('proposes the side that changed a line, and one’s own where both did', () => {
    const mine = sheet({ A: 2, B: 1, D: 5 });
    const theirs = sheet({ A: 3, B: 4, C: 6 }, 'theirs');
    expect(clashLines(mine, theirs, base)).toEqual([
      { code: 'A', proposed: 'mine' },
      { code: 'B', proposed: 'theirs' },
      { code: 'D', proposed: 'mine' },
      { code: 'C', proposed: 'theirs' },
      { code: null, proposed: 'theirs' },
    ]);
  });

  it('proposes one’s own where it is not known what both began from', () => {
    expect(clashLines(sheet({ A: 1 }), sheet({ A: 2 }), null)).toEqual([{ code: 'A', proposed: 'mine' }]);
  });

  it('keeps what neither side disputes and takes each line from the chosen side', () => {
    const mine = sheet({ A: 2, B: 1 }, 'mine');
    const theirs = sheet({ A: 3, B: 1, C: 6 }, 'theirs');
    const lines = clashLines(mine, theirs, base);
    expect(merge(mine, theirs, lines, ({ proposed }) => proposed)).toEqual(
      sheet({ A: 2, B: 1, C: 6 }, 'mine'),
    );
    expect(merge(mine, theirs, lines, () => 'theirs')).toEqual(theirs);
    expect(merge(mine, theirs, lines, () => 'mine')).toEqual(mine);
  });
});
