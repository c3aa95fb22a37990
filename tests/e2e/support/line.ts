import net from 'node:net';

/** The line between a device and the server, which can be cut: then nothing answers, whatever asks. */
export class Line {
  readonly url: string;
  readonly #server: net.Server;
  readonly #open: Set<net.Socket>;
  readonly #port: number;

  private constructor(server: net.Server, open: Set<net.Socket>) {
    this.#server = server;
    this.#open = open;
    this.#port = (server.address() as net.AddressInfo).port;
    this.url = `http://127.0.0.1:${this.#port}`;
  }

  static async to(url: string): Promise<Line> {
    const { hostname, port } = new URL(url);
    const open = new Set<net.Socket>();
    const server = net.createServer((near) => {
      const far = net.connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
      }
    });
    await listen(server, 0);
    return new Line(server, open);
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    await listen(this.#server, this.#port);
  }
}

const listen = (server: net.Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
