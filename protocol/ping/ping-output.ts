/** What came of one echo request. Times are in milliseconds, there and back. */
export type PingResult =
  | { readonly kind: "reply"; readonly by: string; readonly milliseconds: number }
  /** A router on the way says that the request has lived long enough. */
  | { readonly kind: "exceeded"; readonly by: string }
  /** Somebody – a router, the host or this machine – says why the request cannot arrive. */
  | { readonly kind: "unreachable"; readonly by?: string; readonly words: string }
  | { readonly kind: "silent" };

const reply = /^\d+ bytes from ([^\s:]+): icmp_seq=\d+ ttl=\d+ time=(\d+(?:\.\d+)?) ms/;
const notice = /^From ([^\s:]+):? icmp_seq=\d+ (.+)$/;
const complaint = /^ping: (.+)$/;

/**
 * Reads what iputils' `ping -n -c 1` printed, in the words of the C locale. Nothing but statistics means that nobody answered.
 * @param errors what it wrote to its standard error
 */
export function readPing(output: string, errors: string): PingResult {
  for (const line of output.split("\n")) {
    const [, by, milliseconds] = reply.exec(line) ?? [];
    if (by !== undefined) return { kind: "reply", by, milliseconds: Number(milliseconds) };
    const [, router, words] = notice.exec(line.trimEnd()) ?? [];
    if (router === undefined || words === undefined) continue;
    return words === "Time to live exceeded"
      ? { kind: "exceeded", by: router }
      : { kind: "unreachable", by: router, words };
  }
  for (const line of errors.split("\n")) {
    const [, words] = complaint.exec(line.trimEnd()) ?? [];
    if (words !== undefined) return { kind: "unreachable", words };
  }
  return { kind: "silent" };
}
