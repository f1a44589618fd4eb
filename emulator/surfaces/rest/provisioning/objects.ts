import type { RestMember } from "../../../model/rest/resource.ts";
import type { ItemValue } from "../../../peer/configuration/set-items.ts";
import type { ChangeResult } from "../../../peer/core/configuration-change.ts";
import type { Device } from "../../../peer/device.ts";
import type { JsonObject } from "./json-body.ts";
import { askedOf, memberOfPath, readMember } from "./members.ts";
import { notImplemented, type RestAnswer, type RestRequest, said } from "./rest-answer.ts";

/** The members of a row or of a single resource, in the order of the table. */
export function readObject(device: Device, members: readonly RestMember[], indices: readonly number[]): JsonObject {
  return Object.fromEntries(
    members.flatMap((member) => {
      const value = readMember(device, member, indices);
      return value === undefined ? [] : [[member.name, value]];
    }),
  );
}

export type AskedItems =
  { readonly ok: true; readonly items: readonly ItemValue[] } | { readonly ok: false; readonly answer: RestAnswer };

/** The items that all members of a body stand for; `spelling` is how the body names a member. */
export function itemsAsked(
  { device, resource }: RestRequest,
  members: readonly RestMember[],
  body: JsonObject,
  indices: readonly number[],
  spelling: (member: RestMember) => string = ({ name }) => name,
): AskedItems {
  const items: ItemValue[] = [];
  for (const member of members) {
    const name = spelling(member);
    if (!Object.hasOwn(body, name)) continue;
    const asked = askedOf(member, body[name], indices);
    if (!asked.ok) {
      const answer = asked.absent
        ? notImplemented(device, `${resource.path} ${name}`, asked.reason)
        : said(400, `${name}: ${asked.reason}`);
      return { ok: false, answer };
    }
    items.push(...asked.items);
  }
  return { ok: true, items };
}

/** A refusal of the configuration, with the name of the member in place of the path where it is about one. */
export function refusal(
  { path, reason }: Omit<Extract<ChangeResult, { ok: false }>, "ok">,
  members: readonly RestMember[],
  indices: readonly number[],
  spelling: (member: RestMember) => string = ({ name }) => name,
): RestAnswer {
  const member = memberOfPath(members, path, indices);
  return said(400, `${member ? spelling(member) : path}: ${reason}`);
}
