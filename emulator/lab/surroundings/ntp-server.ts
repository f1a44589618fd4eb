import { decodeNtp, encodeNtp, ntpModes } from "../../../protocol/ntp/packet.ts";
import type { Clock } from "../../world/clock.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";
import type { Occurrence } from "../../world/occurrence.ts";
import type { Milliseconds } from "../../world/duration.ts";

const NTP_PORT = 123;

/** NTP's word for a clock that follows no other, and the leap indicator that goes with it. */
const UNSYNCHRONIZED = { leap: 3, stratum: 16 } as const;

/** What the server does wrong on purpose. */
export interface NtpMistake {
  readonly concerns: (client: string) => boolean;
  readonly occurrence: Occurrence;
  readonly effect:
    { readonly kind: "silent" | "unsynchronized" } | { readonly kind: "wrong time"; readonly by: Milliseconds };
}

/** The lab's time server, at the lab's time: stratum 1, as if it had a clock of its own. */
export class NtpServer {
  #socket: DatagramSocket | undefined;
  readonly #mistakes = new Set<NtpMistake>();

  constructor(
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly address: string,
  ) {}

  async start(): Promise<void> {
    this.#socket = await this.network.bind({ address: this.address, port: NTP_PORT }, (data, from) => {
      const request = decodeNtp(data);
      if (request?.mode !== ntpModes.client) return;
      const effects = this.#effectsFor(from.address);
      if (effects.some(({ kind }) => kind === "silent")) return;
      const unsynchronized = effects.some(({ kind }) => kind === "unsynchronized");
      const now = effects.reduce((time, effect) => time + ("by" in effect ? effect.by : 0), this.clock.now());
      const answer = encodeNtp({
        leap: 0,
        stratum: 1,
        ...(unsynchronized && UNSYNCHRONIZED),
        version: request.version,
        mode: ntpModes.server,
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

  /** Makes the server do something wrong. @returns what ends that */
  add(mistake: NtpMistake): () => void {
    this.#mistakes.add(mistake);
    return () => void this.#mistakes.delete(mistake);
  }

  #effectsFor(client: string): NtpMistake["effect"][] {
    return [...this.#mistakes]
      .filter(({ concerns, occurrence }) => concerns(client) && occurrence.fires())
      .map(({ effect }) => effect);
  }
}
