import type { BenchFacts } from './facts';

type Sheet = { token: string; documentId: string; rowId: number; rev: number };
type Found = { id: number; documentId: string; rev: number };

export type People = {
  url: string;
  office: string;
  town: string;
  /** Sheets that are being filled in, with their evaluators' tokens: one set for us, one for the floor. */
  sheets: { ours: Sheet[]; floor: Sheet[] };
};

/** Signs in and gives the access token. */
export async function signIn(url: string, identifier: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  });
  const text = await answer.text();
  const { jwt } = JSON.parse(text) as { jwt?: string };
  if (!jwt) throw new Error(`${identifier} could not sign in at ${url}: ${text}`);
  return jwt;
}

export async function call<T>(
  url: string,
  token: string,
  path: string,
  init: { method?: string; body?: unknown; rev?: number } = {},
): Promise<T> {
  const answer = await fetch(`${url}/api${path}`, {
    method: init.method ?? 'GET',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...(init.rev === undefined ? {} : { 'If-Match': `"${init.rev}"` }),
    },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { data: T }).data;
}

const DRAFTS = '/evaluations?filters[state]=draft&pagination[pageSize]=10&sort=id';

/** A request that was cut off at the end of a measurement may have been carried out: read where sheets stand. */
export async function readRevisions({ url, sheets }: People): Promise<void> {
  for (const token of new Set(sheets.ours.map((sheet) => sheet.token))) {
    const found = await call<Found[]>(url, token, DRAFTS);
    for (const { documentId, rev } of found) {
      const sheet = sheets.ours.find((one) => one.documentId === documentId);
      if (sheet) sheet.rev = rev;
    }
  }
}

export async function signInAll(
  url: string,
  facts: BenchFacts,
  office: { username: string; password: string },
): Promise<People> {
  const sheets: Sheet[] = [];
  for (const { username, password } of facts.evaluators) {
    const token = await signIn(url, username, password);
    const found = await call<Found[]>(url, token, DRAFTS);
    sheets.push(...found.map(({ id, documentId, rev }) => ({ token, documentId, rowId: id, rev })));
  }
  return {
    url,
    office: await signIn(url, office.username, office.password),
    town: await signIn(url, facts.town.username, facts.town.password),
    sheets: {
      ours: sheets.filter((_, at) => at % 2 === 0),
      floor: sheets.filter((_, at) => at % 2 === 1),
    },
  };
}
