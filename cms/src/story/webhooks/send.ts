import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { ANSWER_KEPT, type Failure } from '@jiedui/shared/webhook';
import type { Target } from './target';

/** What came of one request; `failure` is null where it was received. */
export type Outcome = { status: number | null; failure: Failure | null; answer: string | null };

const PATIENCE = 10_000;
/** Bytes of an answer that are read; a character takes four at most. */
const MOST_READ = ANSWER_KEPT * 4;

/** Sends a body to exactly the addresses that were checked, on a connection of its own. Follows nothing. */
export function send(target: Target, body: string, headers: Record<string, string>): Promise<Outcome> {
  const { url, addresses } = target;
  const client = url.protocol === 'https:' ? https : http;
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(null, first?.address ?? '', first?.family);
  };
  return new Promise((resolve) => {
    const request = client.request(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pinned,
        signal: AbortSignal.timeout(PATIENCE),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (answer) => void readAnswer(answer).then((text) => resolve(outcomeOf(answer, text))),
    );
    request.on('error', (error) => resolve({ status: null, ...failureOf(error) }));
    request.end(body);
  });
}

/** The beginning of an answer; one that does not come to its end is what has come of it. */
function readAnswer(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const done = () => {
      answer.destroy();
      resolve(textOf(Buffer.concat(chunks)));
    };
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_READ) done();
    });
    for (const event of ['end', 'error', 'close']) answer.once(event, done);
  });
}

/** What can be stored and shown as plain text, whatever was sent. */
const textOf = (bytes: Buffer): string =>
  bytes
    .subarray(0, MOST_READ)
    .toString('utf8')
    .slice(0, ANSWER_KEPT)
    .replace(/[^\P{C}\n\t]/gu, ' ')
    .trim();

function outcomeOf({ statusCode = 0 }: IncomingMessage, answer: string): Outcome {
  const received = statusCode >= 200 && statusCode < 300;
  return { status: statusCode, answer: answer || null, failure: received ? null : refusalOf(statusCode) };
}

function refusalOf(status: number): Failure {
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

function failureOf(error: NodeJS.ErrnoException): Pick<Outcome, 'failure' | 'answer'> {
  const code = error.code ?? error.name;
  if (['ABORT_ERR', 'TimeoutError', 'AbortError'].includes(code)) return { failure: 'timeout', answer: null };
  const isCertificate = /CERT|SELF_SIGNED|ERR_TLS/.test(code);
  return { failure: isCertificate ? 'certificate' : 'connection', answer: code.slice(0, ANSWER_KEPT) };
}
