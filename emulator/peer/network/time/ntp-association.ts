import { isIP } from "node:net";
import { decodeNtp, encodeNtp, ntpModes, toBits } from "../../../../protocol/ntp/packet.ts";
import type { Instant, Milliseconds } from "../../../world/duration.ts";

/** Eight polls are remembered, newest in the lowest bit, as NTP's own reachability register does. */
const REGISTER_MASK = 0xff;

/** A clock that drifts less than this between two polls does not drift. */
const UNMOVED: Milliseconds = 1;

/** What the last good answer of a server said. */
export interface NtpSample {
  readonly offset: Milliseconds;
  readonly delay: Milliseconds;
  readonly stratum: number;
  readonly referenceId: string;
  readonly referenceTime: Instant;
  readonly receivedAt: Instant;
}

/** One configured NTP server as the peer's time client knows it. */
export class NtpAssociation {
  /** Looked up anew before each poll until it is found. */
  address: string | undefined;
  /** Polls whose result is known. */
  polls = 0;
  #reach = 0;
  #awaiting: { bits: bigint; sentAt: Instant } | undefined;
  #sample: NtpSample | undefined;
  /** How far the offset moved between the last two answers. */
  #offsetMoved: Milliseconds = Number.POSITIVE_INFINITY;

  constructor(readonly server: string) {
    this.address = isIP(server) ? server : undefined;
  }

  /** Bit 0 is the newest poll. */
  get reach(): number {
    return this.#reach;
  }

  get sample(): NtpSample | undefined {
    return this.#sample;
  }

  /** The last eight polls all went the same way: another like them would tell nothing new. */
  get uniform(): boolean {
    if (this.polls < 8 || this.#awaiting) return false;
    return this.#reach === 0 || (this.#reach === REGISTER_MASK && Math.abs(this.#offsetMoved) < UNMOVED);
  }

  /** A poll like the one before, which need not be made. */
  repeat(now: Instant): void {
    if (this.#reach !== 0 && this.#sample) this.#sample = { ...this.#sample, receivedAt: now };
  }

  /** Makes the next request; a poll before it that was never answered counts as missed. */
  request(now: Instant): Uint8Array {
    this.#endPoll();
    this.#awaiting = { bits: toBits(now), sentAt: now };
    return encodeNtp({
      leap: 3,
      version: 4,
      mode: ntpModes.client,
      stratum: 0,
      referenceId: new Uint8Array(4),
      referenceTime: 0,
      receiveTime: 0,
      transmitTime: now,
    });
  }

  /** A poll of a server whose name has no address. */
  miss(): void {
    this.#endPoll();
    this.#reach = (this.#reach << 1) & REGISTER_MASK;
    this.polls++;
  }

  /** Ends the poll under way as missed. @returns true when there was one */
  timeOut(): boolean {
    return this.#endPoll();
  }

  /** @returns true for the answer to the request under way */
  receive(data: Uint8Array, now: Instant): boolean {
    const packet = decodeNtp(data);
    const awaiting = this.#awaiting;
    if (!packet || !awaiting || packet.mode !== ntpModes.server || packet.originBits !== awaiting.bits) return false;
    if (packet.stratum === 0 || packet.stratum > 15 || packet.leap === 3) return false;
    this.#awaiting = undefined;
    this.#reach = ((this.#reach << 1) | 1) & REGISTER_MASK;
    this.polls++;
    const last = this.#sample?.offset;
    this.#sample = {
      offset: (packet.receiveTime - awaiting.sentAt + packet.transmitTime - now) / 2,
      delay: now - awaiting.sentAt - (packet.transmitTime - packet.receiveTime),
      stratum: packet.stratum,
      referenceId:
        packet.stratum === 1
          ? Buffer.from(packet.referenceId).toString("latin1").replaceAll("\0", "")
          : packet.referenceId.join("."),
      referenceTime: packet.referenceTime,
      receivedAt: now,
    };
    this.#offsetMoved = last === undefined ? Number.POSITIVE_INFINITY : this.#sample.offset - last;
    return true;
  }

  #endPoll(): boolean {
    if (!this.#awaiting) return false;
    this.#awaiting = undefined;
    this.#reach = (this.#reach << 1) & REGISTER_MASK;
    this.polls++;
    return true;
  }
}
