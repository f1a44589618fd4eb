import { MalformedMessage } from "../../../protocol/malformed.ts";
import { decodeRas, encodeRas } from "../../../protocol/ras/ras-message.ts";
import type { LocationRequest, RasMessage } from "../../../protocol/ras/types.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";

const RAS_PORT = 1719;
const CALL_SIGNALLING_PORT = 1720;

/** A far gatekeeper that peers have as a neighbor: it answers location requests, and knows the aliases of its domain. */
export class NeighborGatekeeper {
  #socket: DatagramSocket | undefined;

  /**
   * @param domain `office.example.com`: every alias that ends with `@` and it is known
   */
  constructor(
    private readonly network: Network,
    private readonly address: string,
    private readonly domain: string,
  ) {}

  async start(): Promise<void> {
    const local = { address: this.address, port: RAS_PORT };
    this.#socket = await this.network.bind(local, (data) => this.#receive(data));
  }

  stop(): void {
    this.#socket?.close();
  }

  #receive(data: Uint8Array): void {
    let message: RasMessage;
    try {
      message = decodeRas(data);
    } catch (error) {
      if (error instanceof MalformedMessage) return;
      throw error;
    }
    if (message.kind !== "locationRequest") return;
    const { ip, port } = message.replyAddress;
    this.#socket?.send(encodeRas(this.#answer(message)), { address: ip, port });
  }

  #answer({ requestSeqNum, destinationInfo }: LocationRequest): RasMessage {
    const known = destinationInfo.some((alias) => "value" in alias && alias.value.endsWith(`@${this.domain}`));
    if (!known) return { kind: "locationReject", requestSeqNum, rejectReason: { kind: "notRegistered" } };
    const own = { kind: "ipAddress", ip: this.address } as const;
    return {
      kind: "locationConfirm",
      requestSeqNum,
      callSignalAddress: { ...own, port: CALL_SIGNALLING_PORT },
      rasAddress: { ...own, port: RAS_PORT },
    };
  }
}
