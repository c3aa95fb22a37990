import net from 'node:net';

/**
 * The listening socket of the installation. It stays open while servers come and go: what arrives goes to the one
 * that leads, and waits while there is none. (Node's `cluster` would close it with its last worker, and would let a
 * new worker take connections before it is known to be sound.)
 */
export class Doorway {
  #leader = null;
  #waiting = new Set();
  #server = net.createServer({ pauseOnConnect: true, noDelay: true, allowHalfOpen: true }, (socket) =>
    this.#receive(socket),
  );

  open(port, host) {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.removeListener('error', reject);
        resolve();
      });
    });
  }

  /** From now on connections go to this process; with null they wait. */
  lead(child) {
    this.#leader = child;
    if (!child) return;
    for (const socket of this.#waiting) this.#pass(socket);
    this.#waiting.clear();
  }

  close() {
    this.#server.close();
    for (const socket of this.#waiting) socket.destroy();
  }

  #receive(socket) {
    socket.on('error', () => socket.destroy());
    if (this.#leader) {
      this.#pass(socket);
      return;
    }
    this.#waiting.add(socket);
    socket.once('close', () => this.#waiting.delete(socket));
  }

  #pass(socket) {
    const leader = this.#leader;
    leader.send({ type: 'connection' }, socket, (error) => {
      if (error) socket.destroy();
    });
  }
}
