import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

type Card = { key: string; count: number; to: string };

describe('the units without a pairing', () => {
  it('are as many in the list that the card leads to, and no others', async () => {
    const [free, paired] = [await make.unit(), await make.unit()];
    await make.pairing({ unit: paired.documentId });
    const { data } = await by.get<{ cards: Card[] }>('/workbench');
    const card = data.cards.find(({ key }) => key === 'unpairedUnits');
    const all = await by.get<Rec[]>(`${card?.to}&pagination[pageSize]=100`);
    expect(all.meta.pagination.total).toBe(card?.count);
    const named = (unit: Rec) => by.get<Rec[]>(`${card?.to}&filters[name][$eq]=${unit.name}`);
    expect((await named(free)).data.map(({ documentId }) => documentId)).toEqual([free.documentId]);
    expect((await named(paired)).data).toEqual([]);
  });

  it.each(['nothing', 'focusWeekOpen', 'projectsToReview'])(
    'nobody asks the list of units for %s',
    async (name) => {
      expect(await by.get(`/units?waiting=${name}`)).toMatchObject({
        status: 400,
        error: { details: { code: 'BAD_QUERY' } },
      });
    },
  );

  it('nor may a role for whom the card is not', async () => {
    const unit = await make.unit();
    const { client } = await make.person('unit', { unit: unit.documentId });
    expect((await client.get('/units?waiting=unpairedUnits')).status).toBe(400);
    expect((await client.get('/units')).status).toBe(200);
  });
});
