import { encodeHttp, readHttp } from "../../../protocol/http/message.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import {
  decodeTmsRequest,
  encodeTmsRefusal,
  encodeTmsState,
  type TmsRequest,
  type TmsState,
} from "../../../protocol/tms/provisioning.ts";
import type { Clock } from "../../world/clock.ts";
import { minutes, type Instant, type Milliseconds } from "../../world/duration.ts";
import type { Connection, Listener, Network } from "../../world/network.ts";

const HTTP_PORT = 80;

/** A system that is silent for so long has no devices any more: it tells of them every minute. */
const FORGOTTEN_AFTER: Milliseconds = minutes(3);

/** The lab's TMS, as far as its systems ask it: how many devices may be provisioned, and where how many are. */
export class TmsServer {
  #listener: Listener | undefined;
  readonly #heard = new Map<string, { readonly devices: number; readonly at: Instant }>();

  /** @param licenses devices that may be provisioned at the same time, in all systems together */
  constructor(
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly address: string,
    public licenses: number,
  ) {}

  async start(): Promise<void> {
    const local = { address: this.address, port: HTTP_PORT };
    this.#listener = await this.network.listen(local, (connection) => this.#serve(connection));
  }

  stop(): void {
    this.#listener?.close();
  }

  get state(): TmsState {
    const now = this.clock.now();
    for (const [serialNumber, { at }] of this.#heard) if (now - at > FORGOTTEN_AFTER) this.#heard.delete(serialNumber);
    const systems = [...this.#heard].map(([serialNumber, { devices }]) => [serialNumber, devices] as const);
    return { licenses: this.licenses, systems: Object.fromEntries(systems) };
  }

  /** One request a connection. */
  #serve(connection: Connection): void {
    let received: Uint8Array = new Uint8Array();
    let answered = false;
    connection.onData((data) => {
      if (answered) return;
      received = Buffer.concat([received, data]);
      const answer = this.#answer(received);
      if (!answer) return;
      answered = true;
      connection.send(encodeHttp(answer));
      connection.close();
    });
  }

  #answer(received: Uint8Array): ReturnType<typeof encodeTmsState> | undefined {
    try {
      const message = readHttp(received);
      if (!message) return undefined;
      this.#take(decodeTmsRequest(message));
      return encodeTmsState(this.state);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      return encodeTmsRefusal(error.message);
    }
  }

  #take(request: TmsRequest): void {
    if (request.kind === "limit") this.licenses = request.licenses;
    if (request.kind === "report")
      this.#heard.set(request.serialNumber, { devices: request.devices, at: this.clock.now() });
  }
}
