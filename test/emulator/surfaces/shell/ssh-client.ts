import ssh2, { type ClientChannel, type ConnectConfig } from "ssh2";
import type { RealPeer } from "../../../interop/real-peer.ts";

/** What a channel said until it closed. */
export interface Said {
  readonly text: string;
  /** Absent when the server gave none. */
  readonly code: number | undefined;
}

/** An SSH client inside the test, for what programs do not let one see. */
export class SshClient {
  private constructor(private readonly client: ssh2.Client) {}

  /** @throws Error when the peer does not let it in */
  static connect(peer: RealPeer, how: ConnectConfig = {}): Promise<SshClient> {
    const client = new ssh2.Client();
    const { password = "TANDBERG", tryKeyboard } = how;
    return new Promise((resolve, reject) => {
      client.on("ready", () => resolve(new SshClient(client)));
      client.on("error", reject);
      client.on("close", () => reject(new Error("the peer closed the connection")));
      client.on("keyboard-interactive", (_name, _text, _language, prompts, answer) =>
        answer(prompts.map(() => password)),
      );
      const config = { host: peer.address, port: peer.sshPort, username: "admin", ...how };
      client.connect(tryKeyboard ? config : { ...config, password });
    });
  }

  exec(command: string): Promise<Said> {
    return new Promise((resolve, reject) => {
      // All of the answer may be in the packet that opens the channel: a listener set later would miss its status.
      this.client.exec(command, (error, channel) => (error ? reject(error) : resolve(heard(channel))));
    });
  }

  /** A shell, at a terminal or without one. */
  shell(terminal: boolean): Promise<ClientChannel> {
    return new Promise((resolve, reject) =>
      this.client.shell(terminal ? { cols: 80, rows: 24 } : false, (error, opened) =>
        error ? reject(error) : resolve(opened),
      ),
    );
  }

  sftp(): Promise<Error | undefined> {
    return new Promise((resolve) => this.client.sftp((error) => resolve(error)));
  }

  closed(): Promise<void> {
    return new Promise((resolve) => this.client.on("close", resolve));
  }

  /** Ends in the middle of everything. */
  vanish(): void {
    this.client.destroy();
  }

  end(): void {
    this.client.end();
  }
}

export function heard(channel: ClientChannel): Promise<Said> {
  let text = "";
  let code: number | undefined;
  channel.setEncoding("utf8");
  channel.on("data", (chunk: string) => (text += chunk));
  channel.on("exit", (status: number) => (code = status));
  return new Promise((resolve) => channel.on("close", () => resolve({ text, code })));
}
