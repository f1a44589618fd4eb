import { type SeenPacket, writePcap } from "../../../../protocol/pcap/pcap-file.ts";
import { encodeUdpPacket } from "../../../../protocol/pcap/udp-packet.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Endpoint } from "../../../world/endpoint.ts";

/** Beyond this the oldest packets go. The product keeps three files of 20 MB for each interface. */
const MOST_BYTES = 60 * 1024 * 1024;

/** A tcpdump of the peer's own sockets: the UDP datagrams that they have sent and received, in memory until the peer restarts. */
export class PacketCapture {
  #packets: SeenPacket[] = [];
  #bytes = 0;

  constructor(private readonly clock: Clock) {}

  /** Forgets what was taken. */
  clear(): void {
    this.#packets = [];
    this.#bytes = 0;
  }

  take(from: Endpoint, to: Endpoint, data: Uint8Array): void {
    const bytes = encodeUdpPacket({ from, to, data });
    this.#packets.push({ at: this.clock.now(), bytes });
    this.#bytes += bytes.byteLength;
    if (this.#bytes > MOST_BYTES) this.#shorten();
  }

  /** A pcap file, the oldest packet first. */
  file(): Uint8Array {
    return writePcap(this.#packets);
  }

  /** By half: shortening a list by one packet after the other would take longer and longer. */
  #shorten(): void {
    this.#packets = this.#packets.slice(Math.ceil(this.#packets.length / 2));
    this.#bytes = this.#packets.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  }
}
