import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut, go silent, or lose the answers. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  /** Called with each piece of an answer; true cuts the line instead of passing it on. */
  loses: (answer: Buffer) => boolean = () => false;
  /** Whether what the n-th connection sends arrives; from 0. */
  carries: (connection: number) => boolean = () => true;
  /** Whether what is answered on the n-th connection comes back; from 0. */
  answers: (connection: number) => boolean = () => true;
  /** How many connections there were. */
  connections = 0;

  constructor(private readonly to: URL) {
    this.server = createServer((near) => {
      const connection = this.connections++;
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          this.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.on('data', (data) => this.carries(connection) && far.write(data));
      far.on('data', (data) => {
        if (this.loses(data)) near.destroy();
        else if (this.answers(connection)) near.write(data);
      });
    });
  }

  /** @returns the URL of the server, by way of this line */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    const url = new URL(this.to);
    url.hostname = '127.0.0.1';
    url.port = typeof address === 'object' && address !== null ? String(address.port) : '';
    return url.href;
  }

  /** Ends the connections that there are; new ones can be made. */
  interrupt(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Ends everything. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.interrupt();
    await closed;
  }
}
