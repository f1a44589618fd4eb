import type { Answer } from "dns-packet";
import type { Device } from "../../peer/device.ts";
import { ANSWER_TIMEOUT, DNS_PORT } from "../../peer/network/dns/resolver.ts";
import type { Message } from "../../world/network-rule.ts";
import type { KnownLab } from "../causes/gather-facts.ts";
import { belongsTo } from "../faults/services.ts";
import { pollOnce } from "../poll-once.ts";
import type { ExaminedPeer } from "./finding.ts";

/**
 * Asks the DNS servers of a peer as it would itself. What the lab's network holds up no longer than the peer waits comes at once:
 * no time passes while a lab is examined, and who is slow answers all the same.
 */
export function lookUpOf({ world }: KnownLab, { address, resolver }: Device): ExaminedPeer["lookUp"] {
  const { clock, network } = world;
  const isInTime = (server: string): boolean =>
    network.roundTrip({ protocol: "udp", from: { address, port: 0 }, to: { address: server, port: DNS_PORT } }) <
    ANSWER_TIMEOUT;
  const isOwn = (message: Message): boolean => {
    const ends = [message.from.address, message.to.address];
    return belongsTo("dns", message) && ends.includes(address) && ends.every((end) => end === address || isInTime(end));
  };
  return async (name, type) => {
    const unhurried = network.hurryWhile(isOwn);
    try {
      return await pollOnce<readonly Answer[] | undefined>(clock, (done) => resolver.lookUp(name, type, done));
    } finally {
      unhurried();
    }
  };
}
