import { dialect, reader } from '../../read/reader';

/** How far what is out has come, in which history: the place of the last change, and when it was by the real clock. */
export type Head = { position: number; movedAt: number; epoch: string };

async function readHead(): Promise<Head> {
  const [row] = await reader().arrays('SELECT position, moved_at, epoch FROM released_head WHERE id = 1', []);
  if (!row) throw new Error('The counter of changes is missing');
  return { position: Number(row[0]), movedAt: Number(row[1]), epoch: String(row[2]) };
}

let running: Promise<Head> | null = null;
let waiting: Promise<Head> | null = null;

function begin(): Promise<Head> {
  const mine = readHead().finally(() => {
    if (running === mine) running = null;
  });
  running = mine;
  return mine;
}

/**
 * The head as of this moment or later. Those who ask while a query is under way share the next one: a query that began
 * before they asked could miss what was taken out since.
 */
export function headNow(): Promise<Head> {
  if (dialect() === 'sqlite') return readHead();
  if (!running) return begin();
  waiting ??= running
    .then(
      () => {},
      () => {},
    )
    .then(() => {
      waiting = null;
      return begin();
    });
  return waiting;
}
