import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../lib/server-process';
import { runScript } from './child';
import { LEDGER_SIZES, type LedgerSize, MONTHLY } from './ledger-fill';
import { cpuSeconds, type Measured } from './measure';
import { call, signIn } from './people';
import type { CaseResult } from './report';
import { databaseOf } from './stage';

type Options = { size: LedgerSize; postgres: boolean; say: (words: string) => void };
type Activity = { documentId: string; rev: number };

const TURNS = 20;

/** The ledger's own cases, on a database of their own: its first view, one correction, and the whole count. */
export async function measureLedger({ size, postgres: embedded, say }: Options): Promise<CaseResult[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiedui-bench-ledger-'));
  const postgres = await databaseOf(embedded);
  try {
    const databaseUrl = (await postgres?.createDatabase(`jiedui_bench_ledger_${process.pid}`)) ?? null;
    const { pairings, activities } = LEDGER_SIZES[size];
    say(`台账:结对 ${pairings}、活动 ${activities},填充并全部重算`);
    const first = await startServer({ dataDir: folder, databaseUrl, demo: false });
    const office = first.accounts.find(({ role }) => role === 'districtOffice');
    await first.stop();
    if (!office) throw new Error('The first run made no office account');
    await runScript('ledger-work', {
      ...{ DATA_DIR: folder, DATABASE_URL: databaseUrl ?? '', DEMO: 'off', LEDGER_SIZE: size },
    });
    const work = JSON.parse(readFileSync(path.join(folder, 'ledger-work.json'), 'utf8')) as {
      rebuild: number[];
      plain: number[];
    };
    const server = await startServer({ dataDir: folder, databaseUrl, demo: false });
    try {
      const token = await signIn(server.url, office.username, office.password);
      return [
        await firstView(server, token),
        await correction(server, token),
        {
          ...{ name: 'ledger rebuild', words: '台账全部重算(底线:同样活动的直接汇总)' },
          ...{ ours: ofTimes(work.rebuild), floor: ofTimes(work.plain), stock: null },
        },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Server = { url: string; pid: number };

/** One request at a time, as a person waits for it. */
async function oneByOne({ pid }: Server, work: (turn: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  const before = cpuSeconds(pid) ?? 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const since = performance.now();
    await work(turn);
    times.push(performance.now() - since);
  }
  return { ...ofTimes(times), cpu: (((cpuSeconds(pid) ?? 0) - before) * 1000) / TURNS };
}

function ofTimes(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const p50 = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { rps: 1000 / p50, p50, p99: sorted.at(-1) ?? 0, cpu: null, failed: 0 };
}

/** The totals by window that the page opens with, beside a count of the activities by unit and month as it is asked. */
async function firstView(server: Server, token: string): Promise<CaseResult> {
  const ours = await oneByOne(server, () => call(server.url, token, `/ledger?rule=${MONTHLY.code}`));
  const floor = await oneByOne(server, () =>
    call(server.url, token, '/activities/by-unit-month?from=2022-01&to=2022-12'),
  );
  return { name: 'ledger view', words: '台账首屏(底线:当场按单位和月份计数)', ours, floor, stock: null };
}

/** An activity is verified, so that its cells are counted again; beside a change that the ledger does not look at. */
async function correction(server: Server, token: string): Promise<CaseResult> {
  const some = (state: string) =>
    call<Activity[]>(
      server.url,
      token,
      `/activities?filters[state]=${state}&sort=id&pagination[pageSize]=${TURNS}`,
    );
  const [reported, planned] = [await some('reported'), await some('planned')];
  const at = (list: Activity[], turn: number): Activity => {
    const one = list[turn];
    if (!one) throw new Error('There are fewer activities than turns');
    return one;
  };
  const floor = await oneByOne(server, (turn) => {
    const { documentId, rev } = at(planned, turn);
    const body = { data: { title: `改名 ${turn}` } };
    return call(server.url, token, `/activities/${documentId}`, { method: 'PUT', rev, body });
  });
  const ours = await oneByOne(server, (turn) => {
    const { documentId, rev } = at(reported, turn);
    const path = `/activities/${documentId}/transitions/verify`;
    return call(server.url, token, path, { method: 'POST', rev, body: { data: {} } });
  });
  return {
    ...{ name: 'ledger correction', words: '核实一场活动并重算所及(底线:与台账无关的修改)' },
    ...{ ours, floor, stock: null },
  };
}
