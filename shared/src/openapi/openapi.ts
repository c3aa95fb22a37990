import type { z } from 'zod';
import type { Endpoint } from '../story-api';
import { componentRegistry, componentsOf, schemaOf } from './components';
import { EXAMPLES } from './examples';
import { HEADERS, INFO, TAGS } from './info';
import { PARAMETER_WORDS } from './words';

type Json = Record<string, unknown>;

/** The description of the interface in OpenAPI 3.1, made of the endpoints that the server answers by. */
export function openApiOf(endpoints: readonly Endpoint[], server: string | null): Json {
  const registry = componentRegistry();
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  }
  return {
    openapi: '3.1.1',
    info: INFO,
    ...(server ? { servers: [{ url: server }] } : {}),
    tags: Object.values(TAGS),
    paths,
    components: {
      schemas: componentsOf(registry),
      headers: HEADERS,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '接口用户的令牌,以 jdc_ 开头。' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const isConsumers = endpoint.access === 'consumer';
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.answers.some(({ status }) => status === 304) ? [IF_NONE_MATCH] : []),
    ...(endpoint.isDated ? [IF_MODIFIED_SINCE] : []),
  ];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary.zh,
    tags: [TAGS[endpoint.access].name],
    security: isConsumers ? [{ token: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: responsesOf(endpoint),
  };
}

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  description: '上次返回的 ETag;内容没有变化时返回 304,不含正文。',
  schema: { type: 'string' },
  example: '"abc"',
};

const IF_MODIFIED_SINCE: Json = {
  name: 'If-Modified-Since',
  in: 'header',
  description: '上次返回的 Last-Modified;此后没有变化时返回 304。它只精确到秒,有 ETag 时请用 If-None-Match。',
  schema: { type: 'string' },
  example: 'Tue, 15 Nov 2022 01:00:00 GMT',
};

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, value]) => {
    const type = value as z.ZodType;
    const { description, ...form } = schemaOf(type);
    return {
      name,
      in: place,
      required: place === 'path',
      description: [PARAMETER_WORDS[name], description].filter(Boolean).join(' '),
      // As a reader takes them: a list by repeating its name.
      ...(form.type === 'array' ? { style: 'form', explode: true } : {}),
      schema: form,
      example: EXAMPLES[name],
    };
  });
}

/** Answers of one status differ by their type: they are one response. */
function responsesOf(endpoint: Endpoint): Json {
  const responses: Record<string, Json> = {};
  for (const answer of endpoint.answers) {
    const before = responses[answer.status];
    const content = answer.type
      ? { [answer.type]: answer.schema ? { schema: schemaOf(answer.schema) } : {} }
      : undefined;
    responses[answer.status] = {
      description: before ? `${before.description}${answer.description.zh}` : answer.description.zh,
      headers: headersOf(answer.status, endpoint),
      ...(content ? { content: { ...(before?.content as Json), ...content } } : {}),
    };
  }
  return responses;
}

const refer = (name: keyof typeof HEADERS): [string, Json] => [
  name,
  { $ref: `#/components/headers/${name}` },
];

/** Refused before it is looked at who asks: nothing is counted. */
const UNCOUNTED = [401, 414];

function headersOf(status: number, { access, isDated }: Endpoint): Json {
  const isKept = status === 200 || status === 304;
  const isCounted = access === 'consumer' && !UNCOUNTED.includes(status);
  return Object.fromEntries([
    ...(isKept ? [refer('ETag'), refer('Cache-Control')] : []),
    ...(isKept && isDated ? [refer('Last-Modified')] : []),
    ...(status === 429 || status === 503 ? [refer('Retry-After')] : []),
    ...(isCounted ? [refer('RateLimit-Limit'), refer('RateLimit-Remaining'), refer('RateLimit-Reset')] : []),
  ]);
}
