import type { Actor } from '@jiedui/shared/access';
import { type Day, daysBetween } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import { dueOf, filtersOf, type ListCard, routeOf } from '@jiedui/shared/workbench';
import { listRecords, type RecordData } from '../read/list';
import { type Model, modelOf } from '../read/model';

type CardRow = {
  documentId: string;
  title: string;
  sub: string;
  day: Day | null;
  example: boolean;
  to: string;
};

/** A card as it goes out: how many wait, by when the first of them, and the first rows. */
export type CardAnswer = {
  key: string;
  words: Words;
  count: number;
  due: Day | null;
  days: number | null;
  to: string;
  rows: CardRow[];
};

export const ROWS_SHOWN = 5;

/** What waits of one kind for the actor, read like any list: in scope and through the same whitelist. */
export async function listCard(card: ListCard, actor: Actor, today: Day): Promise<CardAnswer> {
  const model = modelOf(card.resource);
  const { data, meta } = await listRecords(model, actor, {
    fields: fieldsShown(model),
    filters: filtersOf(card, today),
    populate: populateOf(model, card),
    sort: [card.sort],
    pagination: { pageSize: ROWS_SHOWN },
  });
  const due = data[0] ? dueOf(card, data[0]) : null;
  return {
    key: card.key,
    words: card.words,
    count: meta.pagination.total ?? data.length,
    due,
    days: due === null ? null : daysBetween(today, due),
    to: routeOf(card, today),
    rows: data.map((record) => rowOf(card, record)),
  };
}

const FIELDS = ['day', 'closesOn', 'opensOn', 'example'];

function fieldsShown({ columns, titleField }: Model): string[] {
  return [titleField, ...FIELDS].filter((field) => columns.has(field));
}

function populateOf(model: Model, { show, due }: ListCard): Record<string, object> {
  return Object.fromEntries(
    show.map((name) => {
      const target = model.relations.get(name)?.target;
      if (due?.via !== name || !target) return [name, {}];
      return [name, { fields: [due.field, modelOf(target).titleField] }];
    }),
  );
}

function rowOf(card: ListCard, record: RecordData): CardRow {
  const names = card.show.map((name) => nameOf(record[name])).filter((name) => name !== null);
  // A record without a name of its own (a sheet) goes by what it belongs to.
  const own = nameOf(record);
  const [title = '', ...rest] = own === null ? names : [own, ...names];
  return {
    documentId: record.documentId,
    title,
    sub: rest.join(' · '),
    day: (record.day as Day | undefined) ?? dueOf(card, record),
    example: record.example === true,
    to: `/${card.path}/${record.documentId}`,
  };
}

function nameOf(related: unknown): string | null {
  if (typeof related !== 'object' || related === null) return null;
  const { name, title, displayName } = related as Record<string, unknown>;
  const found = name ?? title ?? displayName;
  return typeof found === 'string' ? found : null;
}
