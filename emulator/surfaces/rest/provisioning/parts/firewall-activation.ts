import { NOTHING_TO_CONFIRM } from "../../../../peer/access/firewall/firewall.ts";
import { said, shown, written, type RestAnswer, type RestRequest } from "../rest-answer.ts";
import { textMembers, type PartHandler } from "./part-handler.ts";

type Result = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const operations: Readonly<Record<string, (request: RestRequest) => Result>> = {
  Activate: ({ device }) => {
    const result = device.firewall.activate();
    return result.ok ? result : { ok: false, reason: result.reasons.join("; ") };
  },
  Accept: ({ device, actor }) => device.firewall.accept(actor),
  Rollback: ({ device }) => (device.firewall.rollBack() ? { ok: true } : { ok: false, reason: NOTHING_TO_CONFIRM }),
  Revert: ({ device, actor }) => device.firewall.revert(actor),
};

/** What the buttons of the pages do with firewall rules. Operations and members have names of ours. */
export const firewallActivation: PartHandler = (request) =>
  request.method === "GET" ? shown(stateOf(request)) : operate(request);

function stateOf({ device: { firewall } }: RestRequest): Readonly<Record<string, string | number>> {
  const left = firewall.confirmationLeft;
  if (left !== undefined) return { State: "Confirmation", SecondsLeft: Math.ceil(left / 1000) };
  return { State: firewall.listed.some(({ state }) => state !== "") ? "Pending" : "Active" };
}

function operate(request: RestRequest): RestAnswer {
  const read = textMembers(request, ["Operation"]);
  if (!read.ok) return read.answer;
  const asked = read.texts.Operation;
  const operation = Object.hasOwn(operations, asked) ? operations[asked] : undefined;
  if (!operation)
    return said(400, `Operation: "${asked}" is not allowed: one of ${Object.keys(operations).join(", ")}`);
  const result = operation(request);
  // Nothing is created: 200, by whichever method it came.
  return result.ok ? { code: 200, body: written(request).body } : said(400, result.reason);
}
