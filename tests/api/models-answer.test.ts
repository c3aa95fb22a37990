import { beforeAll, expect, it } from 'vitest';
import { Client, office } from './support/client';

let client: Client;
beforeAll(async () => {
  client = await office();
});

it('every answer names the model it was given by, refusals too', async () => {
  const { data, headers } = await client.get<{ version: string }>('/models');
  expect(headers.get('x-model-version')).toBe(data.version);
  expect((await client.get('/units')).headers.get('x-model-version')).toBe(data.version);
  expect((await new Client().get('/units')).headers.get('x-model-version')).toBe(data.version);
});

it('the description of the models is sent compressed, and not at all to whoever has it', async () => {
  const first = await client.get('/models');
  expect(first.headers.get('content-encoding')).toBe('gzip');
  // Node's fetch asks for no cache by itself unless told otherwise.
  const headers = { 'If-None-Match': first.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' };
  const second = await client.get('/models', { headers });
  expect([second.status, second.text]).toEqual([304, '']);
});

it('lists of names are described as such, so that a form asks for names', async () => {
  const { data } = await client.get<{
    types: { resource: string; fields: Record<string, { kind: string }> }[];
  }>('/models');
  const unit = data.types.find(({ resource }) => resource === 'unit');
  expect(unit?.fields.aliases?.kind).toBe('names');
});
