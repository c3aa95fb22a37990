/** A stretch of a side, as shares of its length. */
export type Span = readonly [from: number, to: number];

/** Waves along each side that are looked at, from none to the finest. */
export const WAVES = 13;

/** Pairs that are finer together are left out: a copy does not keep them. */
const FINEST = 16;

/** For each wave its values along the side, over the span alone; each sums to a mean. */
function wavesOver(side: number, [from, to]: Span): Float64Array[] {
  const start = from * side;
  const length = (to - from) * side;
  return Array.from({ length: WAVES }, (_, wave) =>
    Float64Array.from({ length: side }, (_unused, pixel) => {
      const low = Math.max(pixel, start);
      const high = Math.min(pixel + 1, start + length);
      if (high <= low) return 0;
      return (Math.cos(Math.PI * wave * (((low + high) / 2 - start) / length)) * (high - low)) / length;
    }),
  );
}

/** A row of the picture by the waves across it: `[wave][row]`. */
function across(grey: Uint8Array, side: number, span: Span): Float64Array[] {
  return wavesOver(side, span).map((wave) =>
    Float64Array.from({ length: side }, (_, row) => {
      let sum = 0;
      for (let pixel = 0; pixel < side; pixel += 1)
        sum += (wave[pixel] ?? 0) * (grey[row * side + pixel] ?? 0);
      return sum;
    }),
  );
}

/** The strength of each pair of waves in a window of the picture, at `down * WAVES + across`. */
export type Spectrum = Float64Array;

/**
 * The spectra of many windows of one square picture in grey. What windows have in common is reckoned once: a window is a
 * span across and a span down.
 */
export function spectraOf(grey: Uint8Array, side: number) {
  const columns = new Map<Span, Float64Array[]>();
  const rows = new Map<Span, Float64Array[]>();
  return (wide: Span, high: Span): Spectrum => {
    const x = columns.get(wide) ?? across(grey, side, wide);
    columns.set(wide, x);
    const y = rows.get(high) ?? wavesOver(side, high);
    rows.set(high, y);
    return crossed(x, y, side);
  };
}

function crossed(x: readonly Float64Array[], y: readonly Float64Array[], side: number): Spectrum {
  const spectrum = new Float64Array(WAVES * WAVES);
  y.forEach((wave, down) => {
    x.forEach((column, wide) => {
      if (down + wide > FINEST) return;
      let sum = 0;
      for (let row = 0; row < side; row += 1) sum += (wave[row] as number) * (column[row] as number);
      spectrum[down * WAVES + wide] = sum;
    });
  });
  return spectrum;
}

const odd = (wave: number) => (wave % 2 === 0 ? 1 : -1);

/** The spectrum of the same window after a quarter turn clockwise: sides change places, and one is read backwards. */
export function turned(spectrum: Spectrum): Spectrum {
  const after = new Float64Array(WAVES * WAVES);
  for (let down = 0; down < WAVES; down += 1) {
    for (let wide = 0; wide < WAVES; wide += 1)
      after[down * WAVES + wide] = (spectrum[wide * WAVES + down] as number) * odd(wide);
  }
  return after;
}
