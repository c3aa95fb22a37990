import http from 'node:http';
import { type Api, openApi } from './floor-queries';

// The floor: a bare HTTP handler that runs the same SQL with the same driver, and nothing else: no session, no
// scope look-up, no checks. What it reaches is what this machine can give.

type Handler = (api: Api, body: string) => Promise<unknown> | unknown;

const ROUTES: Record<string, Handler> = {
  '/list': (api) => api.list(),
  '/one': (api) => api.one(),
  '/counts': (api) => api.counts(),
  '/average': (api) => api.average(),
  '/save': (api, body) => api.save(JSON.parse(body)),
  '/create': (api, body) => api.create(JSON.parse(body)),
};

const api = await openApi();

function send(response: http.ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

const server = http.createServer((request, response) => {
  const handler = ROUTES[request.url ?? ''];
  if (!handler) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      send(response, await handler(api, Buffer.concat(chunks).toString()));
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
