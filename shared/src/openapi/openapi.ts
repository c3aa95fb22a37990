import type { z } from 'zod';
import type { Endpoint, EndpointAnswer } from '../story-api';
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
  ];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary.zh,
    tags: [TAGS[endpoint.access].name],
    security: isConsumers ? [{ token: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: responsesOf(endpoint.answers, isConsumers),
  };
}

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  description: '上次返回的 ETag;内容没有变化时返回 304,不含正文。',
  schema: { type: 'string' },
  example: '"abc"',
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
function responsesOf(answers: readonly EndpointAnswer[], isConsumers: boolean): Json {
  const responses: Record<string, Json> = {};
  for (const answer of answers) {
    const before = responses[answer.status];
    const content = answer.type
      ? { [answer.type]: answer.schema ? { schema: schemaOf(answer.schema) } : {} }
      : undefined;
    responses[answer.status] = {
      description: before ? `${before.description}${answer.description.zh}` : answer.description.zh,
      headers: headersOf(answer.status, isConsumers),
      ...(content ? { content: { ...(before?.content as Json), ...content } } : {}),
    };
  }
  return responses;
}

const refer = (name: keyof typeof HEADERS): [string, Json] => [
  name,
  { $ref: `#/components/headers/${name}` },
];

function headersOf(status: number, isConsumers: boolean): Json {
  const isKept = status === 200 || status === 304;
  const isCounted = isConsumers && status !== 401;
  return Object.fromEntries([
    ...(isKept ? [refer('ETag'), refer('Cache-Control')] : []),
    ...(status === 429 || status === 503 ? [refer('Retry-After')] : []),
    ...(isCounted ? [refer('RateLimit-Limit'), refer('RateLimit-Remaining'), refer('RateLimit-Reset')] : []),
  ]);
}
