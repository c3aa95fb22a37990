import { dec } from '../decimal';
import type { Band, Quota } from '../rubric';
import type { Words } from '../text/words';

/** A ranked unit on its way through the bands. `band` is a position in the list, best first. */
export interface Placed {
  rank: number;
  band: number;
}

/** A unit that had to leave a full band. */
export interface Moved {
  from: string;
  to: string;
  words: Words;
}

export interface Placement {
  band: number;
  moved: Moved[];
}

/** Places that a quota allows among `ranked` units; a share is rounded down. */
export function quotaPlaces(quota: Quota, ranked: number): number {
  return 'count' in quota ? quota.count : dec(quota.share).times(ranked).floor().toNumber();
}

/**
 * Fills the bands from the best down, in the order of ranks. Whoever finds a band full moves to the next one, where
 * its better rank still counts. Equal ranks stay together: where a tie does not fit whole, all of it moves down,
 * because nothing published separates them and a quota is never exceeded. By position in the list given.
 */
export function applyQuotas(bands: readonly Band[], units: readonly Placed[]): Placement[] {
  const placements: Placement[] = units.map(({ band }) => ({ band, moved: [] }));
  bands.forEach((band, at) => {
    const next = bands[at + 1];
    if (!band.quota || !next) return;
    const places = quotaPlaces(band.quota, units.length);
    for (const group of tiesIn(units, placements, at, places)) {
      for (const unit of group.members) {
        const placement = placements[unit];
        if (!placement) continue;
        placement.band = at + 1;
        placement.moved.push({ from: band.code, to: next.code, words: moveWords(band, next, places, group) });
      }
    }
  });
  return placements;
}

interface Tie {
  members: number[];
  /** Units before this tie that hold a place. */
  before: number;
}

/** The groups of equal rank in a band that find no room, from the first that does not fit whole. */
function tiesIn(
  units: readonly Placed[],
  placements: readonly Placement[],
  band: number,
  places: number,
): Tie[] {
  const byRank = new Map<number, number[]>();
  units.forEach(({ rank }, at) => {
    if (placements[at]?.band !== band) return;
    const members = byRank.get(rank);
    if (members) members.push(at);
    else byRank.set(rank, [at]);
  });
  const ties: Tie[] = [];
  let before = 0;
  for (const [, members] of [...byRank].sort(([a], [b]) => a - b)) {
    if (before + members.length > places) ties.push({ members, before });
    before += members.length;
  }
  return ties;
}

function moveWords(band: Band, next: Band, places: number, { members, before }: Tie): Words {
  if (members.length > 1 && before < places) {
    return {
      zh: `${band.label.zh}名额 ${places} 个，剩 ${places - before} 个，${members.length} 家并列无法区分，均列为${next.label.zh}`,
      en: `${band.label.en} has ${places} place(s), ${places - before} left for ${members.length} equal units: all become ${next.label.en}`,
    };
  }
  return {
    zh: `达到${band.label.zh}分数线，但名额 ${places} 个，按名次轮不到，列为${next.label.zh}`,
    en: `Reaches ${band.label.en}, but its ${places} place(s) go to better ranks: becomes ${next.label.en}`,
  };
}
