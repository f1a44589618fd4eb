import ssh2 from "ssh2";
import { seconds } from "./duration.ts";
import type { Endpoint } from "./endpoint.ts";
import { NoAnswer } from "./no-answer.ts";

/** Whoever has not answered by then will not. The machine's time: the lab's may stand still. */
const PATIENCE = seconds(30);

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** What one command said. */
export interface CommandOutput {
  /** Line ends are `\n`. */
  readonly text: string;
  /** Exit status; absent when the server gave none. */
  readonly status: number | undefined;
}

/** A connection to an SSH server, whose host key is taken as it is. */
export class SshClient {
  #open = true;

  private constructor(private readonly client: ssh2.Client) {
    client.on("close", () => (this.#open = false));
  }

  /** @throws NoAnswer when the server does not let it in */
  static connect({ address: host, port }: Endpoint, login: Login): Promise<SshClient> {
    const client = new ssh2.Client();
    return new Promise((resolve, reject) => {
      client.on("ready", () => {
        client.setNoDelay(true);
        resolve(new SshClient(client));
      });
      client.on("error", (error) => reject(NoAnswer.because(error)));
      client.on("close", () => reject(new NoAnswer("the server closed the connection")));
      client.connect({ host, port, ...login, readyTimeout: PATIENCE });
    });
  }

  /** False once either side has ended it. */
  get open(): boolean {
    return this.#open;
  }

  /**
   * Runs one command to its end; `input` is what it gets to read.
   * @throws NoAnswer when the connection breaks or the command does not end
   */
  run(command: string, input = ""): Promise<CommandOutput> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new NoAnswer(`no answer to ${command}`)), PATIENCE);
      const broken = (): void => reject(new NoAnswer(`the connection ended during ${command}`));
      const settled = (): void => {
        clearTimeout(late);
        this.client.off("close", broken);
      };
      // All of the answer may be in the packet that opens the channel: a listener set later would miss its status.
      this.client.once("close", broken).exec(command, (error, channel) => {
        if (error) {
          settled();
          return reject(NoAnswer.because(error));
        }
        let text = "";
        let status: number | undefined;
        channel.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        channel.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        channel.on("exit", (code: number | null) => (status = code ?? undefined));
        channel.on("close", () => {
          settled();
          resolve({ text: text.replaceAll("\r\n", "\n"), status });
        });
        channel.end(input);
      });
    });
  }

  close(): void {
    this.client.end();
  }
}
