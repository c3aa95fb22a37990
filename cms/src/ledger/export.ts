import type { Actor } from '@jiedui/shared/access';
import type { CellState } from '@jiedui/shared/programme';
import { CELL_WORDS, ENUM_TEXT, type Locale, type Words } from '@jiedui/shared/text';
import type { Context } from 'koa';
import { type SheetColumn, sendSheet } from '../read/sheet';
import { type LedgerParty, ledgerCells } from './cells';
import { ledgerOverview } from './overview';

type Query = Record<string, unknown>;

const PAGE_SIZE = 100;
const MOST_PAGES = 1_000;

const words = {
  unit: { zh: '单位', en: 'Unit' },
  station: { zh: '阵地', en: 'Site' },
  town: { zh: '镇', en: 'Town' },
  group: { zh: '名称', en: 'Name' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '(未设)', en: '(none)' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  once: { zh: '全程', en: 'Once' },
} satisfies Record<string, Words>;

/** What the page of the ledger shows, as a workbook: sums by group and window, or the cells of every party. */
export async function exportLedger(actor: Actor, ctx: Context): Promise<void> {
  const { locale: asked, view, page: _, pageSize: __, ...query } = ctx.query as Query;
  const locale: Locale = asked === 'en' ? 'en' : 'zh';
  const overview = await ledgerOverview(actor, query);
  const name = overview.rule.words[locale];
  if (view === 'cells') {
    sendSheet(ctx, name, cellColumns(overview, locale), partyPages(actor, query));
    return;
  }
  sendSheet(ctx, name, sumColumns(locale), onePage(sumRows(overview, String(query.by ?? ''), locale)));
}

type Overview = Awaited<ReturnType<typeof ledgerOverview>>;

function cellColumns({ rule, windows }: Overview, locale: Locale): SheetColumn<LedgerParty>[] {
  const names = {
    pairing: ['unit', 'station', 'town'],
    unit: ['unit'],
    station: ['station', 'town'],
  } as const;
  return [
    ...names[rule.who.per].map((name) => ({
      header: words[name][locale],
      value: (party: LedgerParty) => party[name],
    })),
    ...windows.map(({ no, key }) => ({
      header: key === 'once' ? words.once[locale] : key,
      value: ({ cells }: LedgerParty) => {
        const cell = cells.find((one) => one.no === no);
        return cell ? CELL_WORDS[cell.state][locale] : null;
      },
    })),
  ];
}

async function* partyPages(actor: Actor, query: Query): AsyncGenerator<LedgerParty[]> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await ledgerCells(actor, { ...query, page, pageSize: PAGE_SIZE });
    yield data;
    if (data.length < PAGE_SIZE) return;
    // Reads of SQLite are synchronous: let the others in between two pages.
    await new Promise(setImmediate);
  }
}

type SumRow = { name: string; from: string; to: string } & Record<CellState, number>;

const STATES = Object.keys(CELL_WORDS) as CellState[];

function sumColumns(locale: Locale): SheetColumn<SumRow>[] {
  const column = (header: Words, key: keyof SumRow) => ({
    header: header[locale],
    value: (row: SumRow) => row[key],
  });
  return [
    column(words.group, 'name'),
    column(words.from, 'from'),
    column(words.to, 'to'),
    ...STATES.map((state) => column(CELL_WORDS[state], state)),
  ];
}

function sumRows({ windows, groups }: Overview, by: string, locale: Locale): SumRow[] {
  return groups.flatMap((group) => {
    const called = by === '' ? words.all[locale] : (group.name ?? words.none[locale]);
    const name = (by === 'unitClass' && ENUM_TEXT['unit.unitClass']?.[called]?.[locale]) || called;
    return group.windows.map(({ no, ...counts }) => {
      const { from, to } = windows.find((window) => window.no === no) ?? { from: '', to: '' };
      return { name, from, to, ...counts };
    });
  });
}

async function* onePage<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}
