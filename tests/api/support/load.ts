import type { Builders } from './builders';
import { Client, type Rec } from './client';

const PEOPLE = 20;

export type Load = { answers: number; longest: number; failed: string[] };

/** Twenty people who read lists and change records of their own, one request after the other, while something happens. */
export async function underLoad(office: Client, make: Builders, work: () => Promise<void>): Promise<Load> {
  const load: Load = { answers: 0, longest: 0, failed: [] };
  const units = await Promise.all(Array.from({ length: PEOPLE }, () => make.unit()));
  let over = false;
  const people = units.map(async (unit) => {
    const me = new Client(office.token, office.url);
    let { rev } = unit;
    while (!over) {
      await timed(load, () => me.get('/units?pagination[pageSize]=25'));
      const changed = await timed(load, () =>
        me.put<Rec>(`/units/${unit.documentId}`, { data: { note: String(rev) } }, rev),
      );
      rev = changed?.data?.rev ?? rev;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  try {
    await work();
  } finally {
    over = true;
    await Promise.all(people);
  }
  return load;
}

async function timed<T extends { status: number; text: string }>(
  load: Load,
  call: () => Promise<T>,
): Promise<T | null> {
  const since = Date.now();
  try {
    const answer = await call();
    if (answer.status >= 400) load.failed.push(`${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  } catch (error) {
    load.failed.push(String((error as { cause?: unknown }).cause ?? error));
    return null;
  } finally {
    load.answers += 1;
    load.longest = Math.max(load.longest, Date.now() - since);
  }
}
