import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line between a program and a server that a test can cut, freeze and mend. */
export class Proxy {
  private readonly ends = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;
  private frozen = false;

  private constructor(
    private readonly target: URL,
    private readonly targetPort: number,
  ) {}

  /** @param target address of the server, as in a connection string */
  static async to(target: string, defaultPort: number): Promise<Proxy> {
    const url = new URL(target);
    const proxy = new Proxy(url, Number(url.port) || defaultPort);
    await proxy.mend();
    return proxy;
  }

  /** The same connection string, through this line. */
  get url(): string {
    return Object.assign(new URL(this.target), { host: `127.0.0.1:${this.port}` }).href;
  }

  /** Nobody gets through any more, and everybody is told. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    for (const end of this.ends) end.destroy();
    await closed;
  }

  /** What is under way stops in both directions and nobody is told, as by a pulled cable. New lines are as dead. */
  freeze(): void {
    this.frozen = true;
    for (const end of this.ends) end.pause();
  }

  /** New lines work again. Frozen ones stay dead. */
  async mend(): Promise<void> {
    this.frozen = false;
    if (this.server) return;
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private join(near: Socket): void {
    const far = connect(this.targetPort, this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.ends.delete(from);
        to.destroy();
      });
      if (this.frozen) from.pause();
    }
  }
}
