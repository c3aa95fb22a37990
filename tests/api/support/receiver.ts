import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { path: string; headers: IncomingHttpHeaders; body: string; event: Event };
type Event = {
  type: string;
  timestamp: string;
  data: { documentId?: string; url?: string; cursor?: string };
};

/** What is answered: a status, or nothing at all. */
type Answer = number | 'nothing';

export type Receiver = {
  url: string;
  port: number;
  requests: Received[];
  /** Decides each answer; what was requested is kept before. */
  answer: (request: Received) => Answer | Promise<Answer>;
  close(): Promise<void>;
};

/** A consumer's server, which keeps what it is told. */
export async function startReceiver(): Promise<Receiver> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString();
      const received = { path: String(request.url), headers: request.headers, body, event: JSON.parse(body) };
      receiver.requests.push(received);
      const answer = await receiver.answer(received);
      if (answer !== 'nothing')
        response.writeHead(answer, { location: '/elsewhere' }).end(`answer ${answer}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests: [],
    answer: () => 204,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
