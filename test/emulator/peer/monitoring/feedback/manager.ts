import { encodeHttp, readHttp, type HttpMessage } from "../../../../../protocol/http/message.ts";
import type { Connection, Listener, Network } from "../../../../../emulator/world/network.ts";

/** A management server of a simulated world that keeps what is posted to it. */
export class Manager {
  readonly posts: HttpMessage[] = [];
  /** What it answers; undefined: it takes the connection and is silent. */
  status: number | undefined = 200;

  private constructor(private listener: Listener | undefined) {}

  static async start(network: Network, address: string, port = 80): Promise<Manager> {
    const manager = new Manager(undefined);
    manager.listener = await network.listen({ address, port }, (connection) => manager.#serve(connection));
    return manager;
  }

  /** The names of the elements below the root, in the order in which they came: `Event CallConnected`. */
  get told(): string[] {
    return this.posts.map(({ body }) => {
      const [, root, element] = /^<\?xml[^\n]*\n<(\w+) [^\n]*\n *<(\w+) /.exec(Buffer.from(body).toString()) ?? [];
      return `${root} ${element}`;
    });
  }

  stop(): void {
    this.listener?.close();
  }

  #serve(connection: Connection): void {
    let received = new Uint8Array();
    connection.onData((data) => {
      received = Buffer.concat([received, data]);
      const message = readHttp(received);
      if (!message) return;
      this.posts.push(message);
      if (this.status === undefined) return;
      connection.send(
        encodeHttp({ startLine: `HTTP/1.1 ${this.status} Said`, headers: new Map(), body: new Uint8Array() }),
      );
      connection.close();
    });
  }
}
