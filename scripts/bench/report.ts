import type { Measured } from './measure';

export type CaseResult = {
  name: string;
  words: string;
  ours: Measured;
  floor: Measured | null;
  stock: Measured | null;
  /** The least that is wanted: as a part of the floor's, or as a multiple of stock Strapi's. */
  least?: { ofFloor?: number; ofStock?: number };
};

type JsonCase = {
  name: string;
  /** Requests per second as a part of the floor's; null where the floor has nothing to compare. */
  ratio: number | null;
  /** Requests per second as a multiple of stock Strapi's. */
  times_stock?: number;
  rps: number;
  p50_ms: number;
  p99_ms: number;
  cpu_ms: number | null;
  failed: number;
};

const round = (value: number, digits = 3) => Number(value.toFixed(digits));

function jsonCase(
  name: string,
  measured: Measured,
  floor: Measured | null,
  stock: Measured | null,
): JsonCase {
  return {
    name,
    ratio: floor ? round(measured.rps / floor.rps) : null,
    ...(stock ? { times_stock: round(measured.rps / stock.rps, 2) } : {}),
    rps: round(measured.rps, 1),
    p50_ms: round(measured.p50, 2),
    p99_ms: round(measured.p99, 2),
    cpu_ms: measured.cpu === null ? null : round(measured.cpu),
    failed: measured.failed,
  };
}

/** The results as they are written to a file: ours by the case's name, the others beside it. */
export function asJson(results: CaseResult[]): { cases: JsonCase[] } {
  return {
    cases: results.flatMap(({ name, ours, floor, stock }) => [
      jsonCase(name, ours, floor, stock),
      ...(floor ? [jsonCase(`${name}.floor`, floor, floor, null)] : []),
      ...(stock ? [jsonCase(`${name}.stock`, stock, floor, null)] : []),
    ]),
  };
}

const cell = (text: string, width: number) => text.padStart(width);

/** One line a measurement. */
export function printResult({ words, ours, floor, stock, least = {} }: CaseResult): void {
  console.log(`\n${words}`);
  const line = (who: string, measured: Measured) => {
    const share = floor ? `${((measured.rps / floor.rps) * 100).toFixed(1)}%` : '';
    const cpu = measured.cpu === null ? '' : `${measured.cpu.toFixed(2)} ms`;
    const failed = measured.failed > 0 ? `  失败 ${measured.failed}` : '';
    console.log(
      `  ${who}${cell(measured.rps.toFixed(0), 8)} 次/秒${cell(share, 8)}  p50 ${measured.p50.toFixed(1)}  p99 ${measured.p99.toFixed(1)}  CPU ${cpu}${failed}`,
    );
  };
  if (floor) line('底线  ', floor);
  line('本系统', ours);
  if (least.ofFloor) console.log(`  应不低于底线的 ${least.ofFloor * 100}%`);
  if (stock) {
    line('原装  ', stock);
    const wanted = least.ofStock ? `,应不低于 ${least.ofStock} 倍` : '';
    console.log(`  为原装 Strapi 的 ${(ours.rps / stock.rps).toFixed(1)} 倍${wanted}`);
  }
}
