import { describe, expect, it } from 'vitest';
import { STORY_ENDPOINTS } from '../story-api';
import { openApiOf } from '.';
import { EXAMPLES } from './examples';
import { FIELD_WORDS, PARAMETER_WORDS } from './words';

type Parameter = { name: string; example?: unknown; description: string; schema: Record<string, unknown> };
type Operation = { operationId: string; parameters?: Parameter[]; responses: Record<string, object> };

const document = openApiOf(STORY_ENDPOINTS, null) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, { description?: string }> }> };
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the description of the interface', () => {
  it('has every endpoint once', () => {
    expect(operations.map(({ operationId }) => operationId)).toEqual(STORY_ENDPOINTS.map(({ id }) => id));
  });

  it.each(
    operations.flatMap(({ operationId, parameters = [] }) =>
      parameters.map((one) => [operationId, one] as const),
    ),
  )('tells of %s what a parameter does, with an example', (_id, { name, description, example }) => {
    expect(description, name).toMatch(/\p{Script=Han}/u);
    expect(example, name).toBeDefined();
  });

  it('says nothing of what is not there', () => {
    const names = new Set(operations.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)));
    expect(Object.keys(EXAMPLES).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(PARAMETER_WORDS).filter((name) => !names.has(name))).toEqual([]);
    for (const [schema, words] of Object.entries(FIELD_WORDS)) {
      const fields = Object.keys(document.components.schemas[schema]?.properties ?? {});
      expect(Object.keys(words).filter((name) => !fields.includes(name))).toEqual([]);
    }
  });

  it('refers only to what it defines', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(referred.length).toBeGreaterThan(20);
    const components = document.components as unknown as Record<string, Record<string, object>>;
    for (const [, kind, name] of referred) expect(components[kind ?? '']?.[name ?? ''], name).toBeDefined();
  });
});
