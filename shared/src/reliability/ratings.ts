/** One score of one evaluator on one unit. A score that is missing is no rating; it is not zero. */
export interface Rating {
  unit: string;
  rater: string;
  /** Points or percent; one scale within a list. */
  value: number;
}

/** The scores of each unit, one unit behind the other. */
export interface UnitValues {
  /** Where the scores of each unit begin in `values`, and at the end their number: one longer than the units. */
  readonly starts: Int32Array;
  readonly values: Float64Array;
}

/**
 * Ratings in columns, by unit and then by rater, both in the order of their ids: whatever order they came in, the
 * table is the same and so is every digit computed from it.
 */
export interface RatingTable extends UnitValues {
  readonly units: readonly string[];
  readonly raters: readonly string[];
  /** Position in `raters`, for each of `values`. */
  readonly raterAt: Int32Array;
}

/**
 * The table of a list of ratings.
 * @throws RangeError for a value that is no finite number, and for two ratings of one unit by one rater
 */
export function ratingTable(ratings: readonly Rating[]): RatingTable {
  const units = inOrder(ratings, 'unit');
  const raters = inOrder(ratings, 'rater');
  const given = new Int32Array(ratings.length).map((_, at) => at);
  const byRater = stableOrder(given, raters.at, raters.ids.length).order;
  const { order, starts } = stableOrder(byRater, units.at, units.ids.length);
  const table = {
    units: units.ids,
    raters: raters.ids,
    starts,
    raterAt: order.map((at) => raters.at[at] as number),
    values: new Float64Array(order.length),
  };
  order.forEach((from, at) => {
    table.values[at] = ratings[from]?.value ?? Number.NaN;
  });
  table.values.forEach(checkFinite);
  checkOnce(table);
  return table;
}

/**
 * The same from one list of values for each unit, null for a missing one. Who gave them is not kept: enough for α.
 * @throws RangeError for a value that is no finite number
 */
export function unitValues(units: readonly (readonly (number | null)[])[]): UnitValues {
  const present = units.map((values) => values.filter((value) => value !== null));
  const starts = new Int32Array(units.length + 1);
  present.forEach((values, at) => {
    starts[at + 1] = (starts[at] as number) + values.length;
  });
  const values = Float64Array.from(present.flat());
  values.forEach(checkFinite);
  return { starts, values };
}

/** How many units each rater scored, by position in `raters`. */
export function unitsOfRaters({ raters, raterAt }: RatingTable): Int32Array {
  const counts = new Int32Array(raters.length);
  for (const at of raterAt) counts[at] = (counts[at] as number) + 1;
  return counts;
}

/** The different ids in their order, and for each rating the position of its id. */
function inOrder(ratings: readonly Rating[], key: 'unit' | 'rater'): { ids: string[]; at: Int32Array } {
  const seen = new Map<string, number>();
  const at = new Int32Array(ratings.length);
  ratings.forEach((rating, index) => {
    const known = seen.get(rating[key]);
    at[index] = known ?? seen.size;
    if (known === undefined) seen.set(rating[key], seen.size);
  });
  const ids = [...seen.keys()].sort();
  const place = new Int32Array(ids.length);
  ids.forEach((id, position) => {
    place[seen.get(id) ?? 0] = position;
  });
  return { ids, at: at.map((first) => place[first] as number) };
}

/** Counting sort of `given` by key, equal keys as given, and where each key begins. */
function stableOrder(
  given: Int32Array,
  keys: Int32Array,
  of: number,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(of + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let key = 0; key < of; key += 1)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice();
  const order = new Int32Array(given.length);
  for (const at of given) {
    const key = keys[at] as number;
    order[next[key] as number] = at;
    next[key] = (next[key] as number) + 1;
  }
  return { order, starts };
}

function checkFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no score`);
}

function checkOnce({ units, raters, starts, raterAt }: RatingTable): void {
  units.forEach((unit, at) => {
    for (let score = (starts[at] as number) + 1; score < (starts[at + 1] as number); score += 1)
      if (raterAt[score] === raterAt[score - 1])
        throw new RangeError(`${raters[raterAt[score] as number]} scored ${unit} twice`);
  });
}
