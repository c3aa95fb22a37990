import { clientsClaim } from 'workbox-core';
import { PrecacheFallbackPlugin, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';

// The service worker: it keeps the program on the device, so that it opens without a network. It never keeps what the
// program shows: answers of the API are personal, and devices are shared.

declare const SHELL: { url: string; revision: string | null }[];
const shell = SHELL;

const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: {
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
};

/** How long a weak line may take to answer before the kept program opens, in seconds. */
const PATIENCE = 4;
const NOT_CONSOLE = [/^\/(api|admin|uploads|enter|_health)(\/|$)/, /\.[a-z0-9]+$/i];

precacheAndRoute(shell, { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] });

/** A proxy whose server does not run answers too, but with nothing that could be shown. */
const failWithServer = {
  async fetchDidSucceed({ response }: { response: Response }): Promise<Response> {
    if (response.status >= 500) throw new Error(`The server answered ${response.status}`);
    return response;
  },
};

// With a network the program comes from the server, so that nobody works with an old one.
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE,
      plugins: [failWithServer, new PrecacheFallbackPlugin({ fallbackURL: '/index.html' })],
    }),
    { denylist: NOT_CONSOLE },
  ),
);

clientsClaim();

// A page asks whether this worker, which waits, is of the page's own version. Only then may it take over at once: the
// files of an older page are still needed while it is open.
worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data?.type !== 'takeOver') return;
  const mine = shell.some(({ url }) => url === data.entry);
  event.waitUntil(takeOver(mine));
  ports[0]?.postMessage(mine);
});

/** Other windows may be of the older version: their files stay until they are reloaded or closed. */
async function takeOver(mine: boolean): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (mine && windows.length === 1) await worker.skipWaiting();
}
