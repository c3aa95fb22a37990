import { inject } from 'vitest';

export type FieldProblem = { path: (string | number)[]; code: string; message: string };
export type ErrorBody = {
  status: number;
  name: string;
  message: string;
  details: { code: string; errors?: FieldProblem[]; current?: Rec; retryAfter?: number; usedBy?: string };
};

/** A record as the API gives it. */
export type Rec = Record<string, unknown> & { id: number; documentId: string; rev: number };

export type Answer<T = unknown> = {
  status: number;
  headers: Headers;
  text: string;
  data: T;
  meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
  error: ErrorBody;
  body: Record<string, unknown>;
};

export type CallOptions = {
  body?: unknown;
  /** Sent as it is, whatever it is. */
  raw?: string | Buffer | FormData;
  rev?: number;
  headers?: Record<string, string>;
};

/** One person's way to the API. Without a token it is the public's. */
export class Client {
  readonly url: string;
  readonly token: string | null;

  constructor(token: string | null = null, url: string = inject('server').url) {
    this.token = token;
    this.url = url;
  }

  get = <T = Rec[]>(path: string, options?: CallOptions) => this.call<T>('GET', path, options);
  post = <T = Rec>(path: string, body?: unknown, options?: CallOptions) =>
    this.call<T>('POST', path, { body, ...options });
  put = <T = Rec>(path: string, body: unknown, rev?: number) => this.call<T>('PUT', path, { body, rev });
  remove = (path: string, rev?: number) => this.call('DELETE', path, { rev });
  step = <T = Rec>(path: string, name: string, rev: number, reason?: string) =>
    this.call<T>('POST', `${path}/transitions/${name}`, { body: { data: reason ? { reason } : {} }, rev });

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const { body, raw, rev, headers } = options;
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(rev === undefined ? {} : { 'If-Match': `"${rev}"` }),
        ...headers,
      },
      body: (raw ?? (body === undefined ? undefined : JSON.stringify(body))) as BodyInit | undefined,
    });
    const text = await response.text();
    const parsed = parse(text);
    return { status: response.status, headers: response.headers, text, body: parsed, ...parsed } as Answer<T>;
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Signs in and gives the session's client; fails loudly, because the test means something else. */
export async function signIn(
  username: string,
  password: string,
  url: string = inject('server').url,
): Promise<Client> {
  const answer = await new Client(null, url).post('/auth/local', { identifier: username, password });
  const { jwt } = answer.body;
  if (typeof jwt !== 'string') throw new Error(`${username} could not sign in: ${answer.text}`);
  return new Client(jwt, url);
}

let offices: Promise<Client> | null = null;

/** The district office, signed in once a suite. */
export function office(): Promise<Client> {
  const { username, password } = inject('server').office;
  offices ??= signIn(username, password);
  return offices;
}
