import { type Load, type Measured, measure, median } from './measure';

export type Side = { target: { url: string; pid: number }; load: Load };
export type Turns = { seconds: number; rounds: number };

const WARM_UP = 1;

/** Drives the sides in turn, so that whatever else the machine does falls on each of them. */
export async function alternate(
  sides: Side[],
  { seconds, rounds }: Turns,
  prepare = async () => {},
): Promise<Measured[]> {
  const measured: Measured[][] = sides.map(() => []);
  await prepare();
  for (const { target, load } of sides) await measure(target, load, WARM_UP);
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [at, { target, load }] of sides.entries()) {
      await prepare();
      measured[at]?.push(await measure(target, load, seconds));
    }
  }
  return measured.map(median);
}
