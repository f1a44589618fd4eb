import type { Device } from "../../../../peer/device.ts";
import { filtered } from "../filters.ts";
import { said, shown, written, type RestAnswer, type RestRequest } from "../rest-answer.ts";
import { runCommand, textMembers, type PartHandler } from "./part-handler.ts";

/** Maintenance > Option keys: the keys that are in the slots, each told by its text. */
export const optionKeys: PartHandler = (request) => {
  if (request.method === "GET") return readKeys(request);
  const read = textMembers(request, ["Key"]);
  if (!read.ok) return read.answer;
  const key = read.texts.Key.trim();
  if (key === "") return said(400, "Key: it is blank");
  return request.method === "POST" ? addKey(request, key) : deleteKey(request, key);
};

function readKeys({ device, filters }: RestRequest): RestAnswer {
  const keys = [...slotsOf(device).keys()].map((Key) => ({ Key }));
  const passed = filtered(keys, filters, ["Key"]);
  return passed.ok ? shown(passed.objects) : passed.answer;
}

async function addKey(request: RestRequest, key: string): Promise<RestAnswer> {
  const result = await runCommand(request, "OptionKeyAdd", [{ name: "Key", value: key }]);
  return result.ok ? written(request) : said(400, `Key: ${result.reason}`);
}

async function deleteKey(request: RestRequest, key: string): Promise<RestAnswer> {
  const slots = slotsOf(request.device);
  const slot = slots.get(key);
  if (slot === undefined) {
    const present = [...slots.keys()].join(", ") || "none";
    return said(404, `there is no option key ${JSON.stringify(key)}; there are: ${present}`);
  }
  const result = await runCommand(request, "OptionKeyDelete", [{ name: "OptionKeyId", value: String(slot) }]);
  return result.ok ? written(request) : said(400, result.reason);
}

const slotsOf = ({ licensing }: Device): ReadonlyMap<string, number> =>
  new Map([...licensing.options.slots].map(([slot, { text }]) => [text, slot]));
