import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  example?: unknown;
  schema: Record<string, unknown>;
};
export type Operation = {
  operationId: string;
  security: object[];
  parameters?: Parameter[];
  responses: Record<string, { headers: object; content?: Record<string, { schema?: object }> }>;
};
export type Described = {
  openapi: string;
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

export type Seen = { status: number; type: string; body: unknown; headers: Headers };

/** Checks answers of the server against the description that it gives of itself. */
export function checkerOf(document: Described) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi.json');
  const known = new Map<string, ValidateFunction>();

  function validatorOf(pointer: string): ValidateFunction {
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `openapi.json${pointer}` });
    known.set(pointer, validate);
    return validate;
  }

  const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

  /** What an answer has that the description does not allow; empty where it holds. */
  return (path: string, operation: Operation, { status, type, body, headers }: Seen): string[] => {
    const response = operation.responses[status];
    if (!response) return [`${status} is not described`];
    const missing = Object.keys(response.headers).filter((name) => !headers.has(name));
    const wrong = missing.map((name) => `${status} comes without ${name}`);
    const content = response.content;
    if (!content) return body === '' ? wrong : [...wrong, `${status} has a body`];
    const described = content[type];
    if (!described) return [...wrong, `${status} is of type ${type}`];
    if (!described.schema) return wrong;
    const place = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema'];
    const validate = validatorOf(`#/${place.map(escaped).join('/')}`);
    return validate(body) ? wrong : [...wrong, ajv.errorsText(validate.errors)];
  };
}
