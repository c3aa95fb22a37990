import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

export type Load = Omit<Parameters<typeof autocannon>[0], 'url' | 'duration'> & { path?: string };

export type Measured = {
  rps: number;
  p50: number;
  p99: number;
  /** CPU time of the server's process per request, in ms; null where the system does not tell. */
  cpu: number | null;
  failed: number;
};

/** Drives a server for some seconds and reads what it cost. */
export async function measure(
  target: { url: string; pid: number },
  { path = '', ...load }: Load,
  seconds: number,
): Promise<Measured> {
  const before = cpuSeconds(target.pid);
  const result = await autocannon({ ...load, url: target.url + path, duration: seconds });
  const after = cpuSeconds(target.pid);
  const requests = Math.max(1, result['2xx'] + result.non2xx);
  // That nothing has changed is an answer too, and no case is sent elsewhere.
  const answered = result['2xx'] + result['3xx'];
  return {
    rps: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: before === null || after === null ? null : ((after - before) * 1000) / requests,
    failed: result.errors + result.timeouts + requests - answered,
  };
}

const TICKS = 100;

/** User and system time of a process and of those that it has started, from Linux. */
export function cpuSeconds(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const pids = [pid, ...children.filter(Boolean).map(Number)];
    return pids.reduce((sum, one) => sum + ownCpuSeconds(one), 0);
  } catch {
    return null;
  }
}

/** A process's name may hold spaces, so count from its end. */
function ownCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** One result of several rounds: the median of each figure, the worst of the failures. */
export function median(rounds: Measured[]): Measured {
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const cpu = rounds.map((round) => round.cpu).filter((value) => value !== null);
  return {
    rps: middle(rounds.map(({ rps }) => rps)),
    p50: middle(rounds.map(({ p50 }) => p50)),
    p99: middle(rounds.map(({ p99 }) => p99)),
    cpu: cpu.length > 0 ? middle(cpu) : null,
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}
