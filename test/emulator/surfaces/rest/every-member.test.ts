import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restResources } from "../../../../emulator/model/rest/index.ts";
import type { RestMember, RestResource } from "../../../../emulator/model/rest/resource.ts";
import type { ValueSpace } from "../../../../emulator/model/types.ts";
import { concretePath, findItem } from "../../../../emulator/peer/configuration/item-paths.ts";
import { listConfiguration } from "../../../../emulator/surfaces/documents/configuration-listing.ts";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { productOf, startRestPeer, type RestPeer } from "./rest-peer.ts";
import { inJson, otherValue, wrongValue } from "./sample-values.ts";

type Object_ = Readonly<Record<string, unknown>>;

let edge: RestPeer;
let controller: RestPeer;

beforeAll(async () => {
  edge = await startRestPeer("expressway-e");
  controller = await startRestPeer("expressway-c");
});
afterAll(async () => {
  await edge.close();
  await controller.close();
});

const peerOf = (resource: RestResource): RestPeer => (productOf(resource) === "expressway-c" ? controller : edge);

interface Place {
  /** The row or place that the walk changes. */
  readonly indices: readonly number[];
  /** What names it in a body. */
  readonly named: Object_;
  readonly members: readonly RestMember[];
  readonly keyed?: string;
}

/** A row with what it has to have, a place that is filled, or nothing to make for single items. */
async function makePlace(peer: RestPeer, resource: RestResource): Promise<Place | undefined> {
  const { served, path } = resource;
  if (served.kind === "single" && resource.methods.includes("PUT"))
    return { indices: [], named: {}, members: served.members };
  if (served.kind === "places") {
    const body = { index: 4, [served.taken]: "192.0.2.4" };
    await peer.done("POST", path, served.wrapper === undefined ? body : { [served.wrapper]: body });
    return { indices: [4], named: { index: 4 }, members: served.members };
  }
  if (served.kind !== "rows") return undefined;
  const { list, members, key } = served;
  const name = key === "Priority" ? 77 : `walked at ${path.slice(-30)}`.replaceAll("/", " ");
  const value = (member: RestMember): unknown => {
    if (member.name === key) return name;
    if (member.value.kind === "items") return ["192.0.2.4"];
    return member.name === "Priority" ? 77 : "given";
  };
  const required = members.filter((member) => member.required).map((member) => [member.name, value(member)] as const);
  const before = peer.device.configuration.rows.of(list);
  await peer.done("POST", path, Object.fromEntries(required));
  const row = peer.device.configuration.rows.of(list).find((index) => !before.includes(index)) ?? 0;
  return { indices: [row], named: { [key]: name }, members, keyed: key };
}

/** What the resource, or the one that reads it, tells of the place. */
async function readPlace(peer: RestPeer, { path, served, methods }: RestResource, place: Place): Promise<Object_> {
  if (served.kind === "single")
    return peer.get<Object_>(methods.includes("GET") ? path : path.slice(0, path.lastIndexOf("/")));
  const [[field, value] = ["", ""]] = Object.entries(place.named);
  const [only, ...others] = await peer.get<Object_[]>(
    `${path}/${field.toLowerCase()}/${encodeURIComponent(String(value))}`,
  );
  expect(others).toEqual([]);
  const wrapper = served.kind === "places" ? served.wrapper : undefined;
  return (wrapper === undefined ? only : (only?.[wrapper] as Object_)) ?? {};
}

const pathOf = ({ value }: RestMember, indices: readonly number[]): string =>
  value.kind === "item"
    ? concretePath(value.item, indices)
    : value.kind === "items"
      ? concretePath(value.item, [...indices, 1])
      : "";

/** Members that have a meaning beside other values only get those first. */
async function makeShown(peer: RestPeer, resource: RestResource, place: Place, path: string): Promise<void> {
  const condition = findItem(path)?.item.shownWhen;
  const other = condition && place.members.find(({ value }) => value.kind === "item" && value.item === condition.path);
  if (other) await peer.done("PUT", resource.path, { ...place.named, [other.name]: condition.values[0] });
}

async function onCli(peer: RestPeer, path: string, value?: string): Promise<string> {
  const { lines } = await new AdminShell(peer.device, ADMIN).run(
    `xConfiguration ${path}${value === undefined ? "" : `: "${value}"`}`,
  );
  return lines.join("\n");
}

/** What one member of a firewall rule may be depends on the others: its own test walks them. */
const BOUND_TOGETHER = "/api/provisioning/common/firewallrules/configuration";

const walked = restResources.filter(
  ({ path, served, methods }) =>
    path !== BOUND_TOGETHER && ["single", "rows", "places"].includes(served.kind) && methods.includes("PUT"),
);

describe.each(walked.map((resource) => [resource.path, resource] as const))("%s", (path, resource) => {
  test("each member changes its item, on the CLI and in REST; a wrong value is refused for the reason that the CLI gives", async () => {
    const peer = peerOf(resource);
    const place = await makePlace(peer, resource);
    if (!place) throw new Error(`${path} cannot be walked`);
    let changed = 0;
    for (const member of place.members) {
      const item = pathOf(member, place.indices);
      const space = findItem(item)?.item.values;
      if (!space || member.name === place.keyed) continue;
      await makeShown(peer, resource, place, item);
      await changeAndRead({ peer, resource, place, member, item, space });
      await refuseAsCliDoes({ peer, resource, place, member, item, space });
      changed += 1;
    }
    expect(changed).toBeGreaterThan(0);
  });
});

interface Walked {
  readonly peer: RestPeer;
  readonly resource: RestResource;
  readonly place: Place;
  readonly member: RestMember;
  readonly item: string;
  readonly space: ValueSpace;
}

const spelled = ({ asNew, name }: RestMember): string => (asNew ? `New_${name}` : name);

async function changeAndRead(one: Walked): Promise<void> {
  const { peer, resource, place, member, item, space } = one;
  const present = peer.device.configuration.read(item) ?? "";
  const wanted = otherValue(space, present);
  await peer.done("PUT", resource.path, { ...place.named, [spelled(member)]: inJson(member, space, wanted) });
  expect(peer.device.configuration.read(item)).not.toBe(present);
  await (space.kind === "secret" ? expectHidden(one, wanted) : expectShown(one, wanted));
}

async function expectHidden({ peer, resource }: Walked, secret: string): Promise<void> {
  expect((await peer.ask("GET", resource.path)).body).not.toContain(secret);
}

async function expectShown({ peer, resource, place, member, item, space }: Walked, wanted: string): Promise<void> {
  const listed = listConfiguration(peer.device.configuration).find(({ path }) => path === item);
  expect(listed?.value).toBe(wanted);
  expect(await onCli(peer, item)).toContain(wanted);
  expect((await readPlace(peer, resource, place))[member.name]).toEqual(inJson(member, space, wanted));
}

async function refuseAsCliDoes({ peer, resource, place, member, item, space }: Walked): Promise<void> {
  const { configuration } = peer.device;
  const kept = configuration.read(item);
  const wrong = wrongValue(space);
  const name = spelled(member);
  const body = { ...place.named, [name]: member.value.kind === "items" ? [wrong] : wrong };
  const [status, message] = await peer.refused("PUT", resource.path, body);
  const reason = message.slice(`${name}: `.length);
  expect([status, message]).toEqual([400, `${name}: ${reason}`]);
  const words = member.value.kind === "item" && member.value.words;
  // Where REST has words of its own, it names those.
  const same = words ? reason.slice(0, reason.indexOf(Object.values(words)[0] ?? "")) : reason;
  expect(same.length).toBeGreaterThan(10);
  expect(await onCli(peer, item, wrong)).toContain(`${item}: ${same}`);
  expect(configuration.read(item)).toBe(kept);
}
