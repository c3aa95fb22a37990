import http from 'node:http';

export type FloorHandler = (query: URLSearchParams, body: string) => Promise<unknown> | unknown;

/** Serves the cases of a floor: a bare HTTP handler, with no session, no scope look-up and no checks. */
export function serveFloor(routes: Record<string, FloorHandler>): void {
  const server = http.createServer((request, response) => {
    const [path = '', query] = (request.url ?? '').split('?');
    const handler = routes[path];
    if (!handler) {
      response.writeHead(404).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        send(response, await handler(new URLSearchParams(query), Buffer.concat(chunks).toString()));
      } catch (error) {
        console.error(error);
        response.writeHead(500).end();
      }
    });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
  process.on('SIGTERM', () => process.exit(0));
}

function send(response: http.ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
