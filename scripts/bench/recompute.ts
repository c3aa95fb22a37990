import { cpuSeconds, type Measured } from './measure';
import { call } from './people';
import type { Stage } from './stage';

const TURNS = 30;

/**
 * The time of the first summary after a sheet was submitted or returned: the whole ranking is made again then.
 * One request at a time; `cpu` is the server's time for that request alone.
 */
export async function measureRecompute({ server, facts, people }: Stage): Promise<Measured> {
  const [sheet] = people.sheets.ours;
  if (!sheet) throw new Error('There is no sheet to submit');
  const path = `/evaluations/${sheet.documentId}`;
  const times: number[] = [];
  let cpu = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const submitting = turn % 2 === 0;
    const token = submitting ? sheet.token : people.office;
    const { rev } = await call<{ rev: number }>(server.url, people.office, path);
    await call(server.url, token, `${path}/transitions/${submitting ? 'submit' : 'return'}`, {
      method: 'POST',
      body: { data: { reason: '性能测试' } },
      rev,
    });
    const before = cpuSeconds(server.pid) ?? 0;
    const since = performance.now();
    await call(server.url, people.office, `/rounds/${facts.round.documentId}/summary`);
    times.push(performance.now() - since);
    cpu += (cpuSeconds(server.pid) ?? 0) - before;
  }
  times.sort((a, b) => a - b);
  const p50 = times[Math.floor(TURNS / 2)] ?? 0;
  return { rps: 1000 / p50, p50, p99: times.at(-1) ?? 0, cpu: (cpu * 1000) / TURNS, failed: 0 };
}
