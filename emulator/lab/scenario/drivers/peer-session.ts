import { SHIPPED_PASSWORD } from "../../../peer/access/accounts/accounts.ts";
import type { Device } from "../../../peer/device.ts";
import { HttpsClient, type HttpsRequest, type HttpsResponse } from "../../../world/https-client.ts";
import { NoAnswer } from "../../../world/no-answer.ts";
import { SshClient, type CommandOutput } from "../../../world/ssh-client.ts";
import type { LabPeer } from "../../lab.ts";
import { wayIn } from "../../ports.ts";
import { StepError } from "./step-error.ts";
import type { SavedFile } from "./saved-file.ts";
import { WebBrowser } from "./web-browser.ts";
import { WebOperator } from "./web-operator.ts";
import type { WebPage } from "./web-page.ts";

type ShellAccount = "admin" | "root";

/** Connections to a peer between two of its restarts. */
interface Life {
  readonly device: Device;
  readonly https: HttpsClient;
  /** Works on the pages, and goes on where it stopped. */
  readonly operator: WebOperator;
  /** Only looks, so that the operator's page stays open. */
  readonly onlooker: WebOperator;
  readonly shells: Map<ShellAccount, Promise<SshClient>>;
  /** What this look has seen so far, by surface. */
  readonly seen: Map<string, Promise<unknown>>;
}

/** One peer from outside: everything goes over its sockets, with the accounts of a peer as unpacked. */
export class PeerSession {
  readonly name: string;
  #life: Life | undefined;

  constructor(
    private readonly labPeer: LabPeer,
    private readonly portOffset: number,
    /** Files of the scenario, by the names that it gives them. */
    readonly files: Map<string, SavedFile>,
  ) {
    this.name = labPeer.plan.name;
  }

  /** Where it listens, or did before it went down. */
  get address(): string {
    return this.labPeer.peer.address;
  }

  get up(): boolean {
    return this.labPeer.peer.device !== undefined;
  }

  /** Runs a line of a shell; `input` is what it reads. */
  async shell(account: ShellAccount, line: string, input = ""): Promise<CommandOutput> {
    const { shells } = this.#alive();
    return this.#reach(async () => {
      const open = await shells.get(account);
      if (open?.open) return open.run(line, input);
      const server = { address: this.address, port: wayIn("ssh", this.portOffset) };
      const connecting = SshClient.connect(server, { username: account, password: SHIPPED_PASSWORD });
      shells.set(account, connecting);
      return (await connecting).run(line, input);
    });
  }

  /** A request with Basic authentication, as programs send them. */
  request(request: HttpsRequest): Promise<HttpsResponse> {
    const credentials = Buffer.from(`admin:${SHIPPED_PASSWORD}`).toString("base64");
    const headers = { authorization: `Basic ${credentials}`, ...request.headers };
    const { https } = this.#alive();
    return this.#reach(() => https.send({ ...request, headers }));
  }

  /** The pages, as somebody in front of a browser uses them. */
  browse<Result>(use: (operator: WebOperator) => Promise<Result>): Promise<Result> {
    const { operator } = this.#alive();
    return this.#reach(() => use(operator));
  }

  /** A look at a page that leaves the one that is worked on as it is. */
  lookAt(page: string): Promise<WebPage> {
    const { onlooker } = this.#alive();
    return this.seen(page, () => this.#reach(() => onlooker.open(page)));
  }

  /** What a surface shows: asked once a look, however many checks want to know. */
  seen<Value>(what: string, ask: () => Promise<Value>): Promise<Value> {
    const { seen } = this.#alive();
    const known = seen.get(what);
    if (known) return known as Promise<Value>;
    const value = ask();
    seen.set(what, value);
    return value;
  }

  /** Begins a look: every surface is asked anew. */
  lookAnew(): void {
    this.#life?.seen.clear();
  }

  async close(): Promise<void> {
    const life = this.#life;
    this.#life = undefined;
    if (!life) return;
    life.https.close();
    for (const shell of life.shells.values()) await shell.then((client) => client.close()).catch(() => {});
  }

  /** The connections to the peer in its present life: those of the last one are gone with it. */
  #alive(): Life {
    const { device } = this.labPeer.peer;
    if (!device) throw new StepError(`${this.name} is down`);
    if (this.#life?.device === device) return this.#life;
    void this.close();
    const https = new HttpsClient({ address: this.address, port: wayIn("https", this.portOffset) });
    const browser = new WebBrowser(https, { username: "admin", password: SHIPPED_PASSWORD });
    const [operator, onlooker] = [new WebOperator(browser), new WebOperator(browser)];
    this.#life = { device, https, operator, onlooker, shells: new Map(), seen: new Map() };
    return this.#life;
  }

  /** A connection that fails is what the scenario saw, not a fault of this program. */
  async #reach<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new StepError(`${this.name} does not answer: ${error.message}`);
    }
  }
}
