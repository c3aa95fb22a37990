/** How long a connection may say nothing before a draining server closes it, in milliseconds. */
const SILENT = 8_000;

/** The connections that a server was handed, and how it lets go of them. */
export class Connections {
  #server;
  #open = new Set();
  #underWay = 0;

  constructor(server) {
    this.#server = server;
    server.prependListener('request', (_request, response) => {
      this.#underWay += 1;
      response.once('close', () => {
        this.#underWay -= 1;
      });
    });
  }

  take(socket) {
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    socket.allowHalfOpen = true;
    this.#server.emit('connection', socket);
    socket.resume();
  }

  /**
   * Answers what is under way and what still comes on connections that are kept alive, each answer the last of its
   * connection. A silent one is closed only when its caller, too, counts it as over: at that very moment a request
   * may be on its way. In a hurry silent ones are closed at once.
   */
  async drain(patience, hurry) {
    this.#server.prependListener('request', (_request, response) =>
      response.setHeader('Connection', 'close'),
    );
    const until = Date.now() + patience;
    let busyAt = Date.now();
    while (this.#open.size > 0 && Date.now() < until) {
      if (this.#underWay > 0) busyAt = Date.now();
      if (hurry) this.#server.closeIdleConnections();
      if (this.#underWay === 0 && (hurry || Date.now() - busyAt > SILENT)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const socket of this.#open) socket.destroy();
  }
}
