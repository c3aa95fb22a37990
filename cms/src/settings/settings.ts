import { type FormRule, installFormRules, type Role } from '@jiedui/shared/access';
import { contentHash } from '@jiedui/shared/canonical';
import { type ChangedWord, changedWordsOf } from '@jiedui/shared/modelling';
import { installWords } from '@jiedui/shared/text';
import { runningModel } from '../modelling/running-model';
import { reader } from '../read/reader';
import { type ColumnRow, readColumns } from './computed-columns';
import { formRules } from './form-rules';

/** What the office sets while the system runs, as this process knows it. */
export type Settings = {
  /** Changes with anything in it, and with the office's model. */
  version: string;
  words: readonly ChangedWord[];
};

/** How long another process's change may go unseen here, in milliseconds. */
const BELIEVED_FOR = 1_500;

const NOTHING: Settings = { version: '', words: [] };

let known: Settings = NOTHING;
let stamp = '';
let lookedAt = 0;
let looking: Promise<void> | null = null;
/** How often this process has changed them itself: a look that began before does not count. */
let changes = 0;

/**
 * Exact: a row that was added and stays raises the highest id, a change raises the sum of revisions, and what is
 * only taken away lowers the number of rows.
 */
const STAMP = ['words', 'form_rules', 'computed_columns']
  .map(
    (table) =>
      `SELECT count(*) AS n, coalesce(max(id), 0) AS last, coalesce(sum(rev), 0) AS revs FROM ${table}`,
  )
  .join(' UNION ALL ');

/** The settings as last looked at; every request looks first, see `lookAtSettings`. */
export const settings = (): Settings => known;

/** Makes the next look read anew, so that a change counts at once in the process that made it. */
export function forgetSettings(): void {
  changes += 1;
  lookedAt = 0;
}

/** Reads the settings again where they may have changed. Requests that come meanwhile share the one look. */
export async function lookAtSettings(): Promise<void> {
  if (Date.now() - lookedAt < BELIEVED_FOR) return;
  looking ??= look().finally(() => {
    looking = null;
  });
  await looking;
}

async function look(): Promise<void> {
  const since = Date.now();
  const before = changes;
  const rows = await reader().all(STAMP, []);
  const now = rows.map(({ n, last, revs }) => `${n}/${last}/${revs}`).join(' ');
  if (now !== stamp) await readAll();
  stamp = now;
  if (before === changes) lookedAt = since;
}

async function readAll(): Promise<void> {
  const [words, rules, columns] = await Promise.all([
    reader().all('SELECT key, zh, en, "order", hidden FROM words ORDER BY key', []),
    reader().all('SELECT resource, field, role, mode, preset FROM form_rules ORDER BY id', []),
    reader().all(
      'SELECT resource, name, zh, en, expression, kind, decimals FROM computed_columns ORDER BY id',
      [],
    ),
  ]);
  const changed = words.map(wordOf);
  const inForce = formRules(rules as RuleRow[]);
  installWords(changedWordsOf(changed));
  installFormRules(inForce);
  readColumns(columns as ColumnRow[]);
  const set = { changed, inForce, columns: columns.map((row) => ({ ...row })) };
  const version = contentHash([runningModel().version, set] as never);
  known = { version, words: changed };
}

export type RuleRow = {
  resource: string;
  field: string;
  role: Role;
  mode: FormRule['mode'];
  preset: string | null;
};

function wordOf(row: Record<string, unknown>): ChangedWord {
  return {
    key: String(row.key),
    zh: String(row.zh),
    en: String(row.en),
    order: row.order === null ? null : Number(row.order),
    hidden: row.hidden === true || row.hidden === 1,
  };
}
