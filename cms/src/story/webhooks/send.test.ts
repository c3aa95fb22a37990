import http, { type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { send } from './send';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function answering(listener: RequestListener) {
  server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A name that nobody knows: only the address that was checked can be meant.
  const url = new URL(`http://nobody.invalid:${port}/hook?x=1`);
  return send({ url, addresses: [{ address: '127.0.0.1', family: 4 }] }, '{"说":1}', { 'webhook-id': 'm' });
}

it('sends the body to the very address that was checked, under the name of the host', async () => {
  let seen = '';
  const outcome = await answering((request, response) => {
    request.on('data', (chunk) => {
      seen += chunk;
    });
    request.on('end', () => {
      seen += ` ${request.method} ${request.url} ${request.headers.host?.split(':')[0]}`;
      response.end('好');
    });
  });
  expect(outcome).toEqual({ status: 200, failure: null, answer: '好' });
  expect(seen).toBe('{"说":1} POST /hook?x=1 nobody.invalid');
});

it.each([
  [204, null],
  [299, null],
  [301, 'redirect'],
  [307, 'redirect'],
  [400, 'refused'],
  [404, 'refused'],
  [410, 'gone'],
  [500, 'refused'],
])('%i: %s', async (status, failure) => {
  let requests = 0;
  const outcome = await answering((_request, response) => {
    requests += 1;
    response.writeHead(status, { location: '/elsewhere' }).end();
  });
  expect(outcome).toMatchObject({ status, failure });
  expect(requests).toBe(1);
});

it('keeps the beginning of an endless answer, as plain text that can be stored', async () => {
  const { answer, status } = await answering((_request, response) => {
    response.writeHead(500);
    response.write('<b>\u0000é\ud83d\ude00');
    const more = () => {
      while (response.writable && response.write('字'.repeat(1000)));
      response.once('drain', more);
    };
    more();
  });
  expect(status).toBe(500);
  expect(answer).toHaveLength(500);
  expect(answer?.startsWith('<b> é\ud83d\ude00字')).toBe(true);
});

it('tells a broken connection from an answer', async () => {
  expect(await answering((request) => request.socket.destroy())).toEqual({
    status: null,
    failure: 'connection',
    answer: 'ECONNRESET',
  });
});
