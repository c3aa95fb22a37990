// The program on this device: kept by the service worker, exchanged for a newer one without taking a page's files away.

/** How often a window that stays open asks for a newer program, in milliseconds. */
const EVERY = 60 * 60_000;

/** The file by which this page's program is known: every version has its own. */
const ENTRY = new URL(import.meta.url).pathname;

/** Asks a worker that waits to take over; false when it belongs to a newer program than this page. */
function takeOver(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    worker.postMessage({ type: 'takeOver', entry: ENTRY }, [port2]);
  });
}

/**
 * Keeps the program on the device, where the browser allows it (over https, or on the machine itself). `onNewer` is
 * called when this page's program is no longer the newest.
 */
export async function keepProgram(onNewer: () => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // The first worker of all finds a page of its own version.
  const first = serviceWorker.controller === null;
  let changes = 0;
  const look = async ({ waiting }: ServiceWorkerRegistration) => {
    if (waiting && !(await takeOver(waiting))) onNewer();
  };
  serviceWorker.addEventListener('controllerchange', () => {
    changes += 1;
    if (!(first && changes === 1)) void isNewest().then((newest) => newest || onNewer());
  });
  try {
    const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && serviceWorker.controller) void look(registration);
      });
    });
    void look(registration);
    setInterval(() => registration.update().catch(() => undefined), EVERY);
  } catch {
    // Without it the program needs a network, as before.
  }
}

/** Whether the worker in charge keeps this page's program. */
async function isNewest(): Promise<boolean> {
  const worker = navigator.serviceWorker.controller;
  return worker === null || takeOver(worker);
}
