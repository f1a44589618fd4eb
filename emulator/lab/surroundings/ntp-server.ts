import { decodeNtp, encodeNtp, ntpModes } from "../../../protocol/ntp/packet.ts";
import type { Clock } from "../../world/clock.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";

const NTP_PORT = 123;

/** The lab's time server, at the lab's time: stratum 1, as if it had a clock of its own. */
export class NtpServer {
  #socket: DatagramSocket | undefined;

  constructor(
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly address: string,
  ) {}

  async start(): Promise<void> {
    this.#socket = await this.network.bind({ address: this.address, port: NTP_PORT }, (data, from) => {
      const request = decodeNtp(data);
      if (request?.mode !== ntpModes.client) return;
      const now = this.clock.now();
      const answer = encodeNtp({
        leap: 0,
        version: request.version,
        mode: ntpModes.server,
        stratum: 1,
        referenceId: Buffer.from("LOCL"),
        referenceTime: now,
        originBits: request.transmitBits,
        receiveTime: now,
        transmitTime: now,
      });
      this.#socket?.send(answer, from);
    });
  }

  stop(): void {
    this.#socket?.close();
  }
}
