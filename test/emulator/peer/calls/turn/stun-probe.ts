import type { Endpoint } from "../../../../../emulator/world/endpoint.ts";
import type { DatagramSocket } from "../../../../../emulator/world/network.ts";
import type { SimulatedWorld } from "../../../../../emulator/world/world.ts";
import type { StunAttributes } from "../../../../../protocol/stun/attributes.ts";
import { decodeChannelData, encodeChannelData, isChannelData } from "../../../../../protocol/stun/channel-data.ts";
import { isIntact, longTermKey } from "../../../../../protocol/stun/integrity.ts";
import type { StunMethod } from "../../../../../protocol/stun/methods.ts";
import { decodeStun, encodeStun, type ReceivedStunMessage } from "../../../../../protocol/stun/stun-message.ts";

interface Signer {
  readonly username?: string;
  readonly password?: string;
  readonly transactionId?: Uint8Array;
}

/** A client that sends exactly what a test wants, and keeps what comes back. */
export class StunProbe {
  #challenge: { readonly realm: string; readonly nonce: string } | undefined;
  #requests = 0;

  private constructor(
    private readonly world: SimulatedWorld,
    private readonly server: Endpoint,
    private readonly socket: DatagramSocket,
    private readonly received: Uint8Array[],
  ) {}

  static async at(world: SimulatedWorld, address: string, server: Endpoint): Promise<StunProbe> {
    const received: Uint8Array[] = [];
    const socket = await world.network.bind({ address, port: 0 }, (data) => received.push(data));
    return new StunProbe(world, server, socket, received);
  }

  get local(): Endpoint {
    return this.socket.local;
  }

  send(data: Uint8Array, to = this.server): void {
    this.socket.send(data, to);
  }

  sendOnChannel(channel: number, text: string): void {
    this.send(encodeChannelData({ channel, data: Buffer.from(text) }));
  }

  /** A Send indication. */
  indicate(attributes: StunAttributes): void {
    this.send(encodeStun({ method: "send", class: "indication", transactionId: this.#nextId(), attributes }));
  }

  /** A request that is sent as it is, and its answer. */
  async ask(
    method: StunMethod,
    attributes: StunAttributes = {},
    { key, transactionId = this.#nextId() }: { readonly key?: Uint8Array; readonly transactionId?: Uint8Array } = {},
  ): Promise<ReceivedStunMessage | undefined> {
    this.received.length = 0;
    this.send(encodeStun({ method, class: "request", transactionId, attributes }, { key }));
    await this.world.clock.advance(10);
    const [answer] = this.received.splice(0).filter((data) => !isChannelData(data));
    return answer && decodeStun(answer);
  }

  /** A request with the credentials that the server has asked for. @returns the code of the error, or what a success says */
  async request(
    method: StunMethod,
    attributes: StunAttributes = {},
    { username = "alice", password = "secret", transactionId }: Signer = {},
  ): Promise<number | StunAttributes | undefined> {
    if (!this.#challenge) {
      const { realm = "", nonce = "" } = (await this.ask(method))?.attributes ?? {};
      this.#challenge = { realm, nonce };
    }
    const { realm, nonce } = this.#challenge;
    const key = longTermKey(username, realm, password);
    const signed = { ...attributes, username, realm, nonce };
    const answer = await this.ask(method, signed, { key, ...(transactionId && { transactionId }) });
    if (answer?.class === "error") return answer.attributes.errorCode?.code;
    return answer?.integrity && isIntact(answer.integrity, key) ? answer.attributes : undefined;
  }

  /** What came since the last request: texts with the channel or the sender that they came by. */
  async heard(): Promise<readonly string[]> {
    await this.world.clock.advance(10);
    return this.received.splice(0).map((bytes) => {
      if (isChannelData(bytes)) {
        const { channel, data } = decodeChannelData(bytes);
        return `${channel}: ${Buffer.from(data).toString()}`;
      }
      const { attributes } = decodeStun(bytes);
      const from = attributes.xorPeerAddress?.[0];
      return `${from?.address}:${from?.port}: ${Buffer.from(attributes.data ?? []).toString()}`;
    });
  }

  #nextId(): Uint8Array {
    const id = Buffer.alloc(12);
    id.writeUInt32BE(++this.#requests, 8);
    return id;
  }
}
