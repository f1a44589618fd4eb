import { afterEach, expect, test } from "vitest";
import { configurationItems } from "../../../../emulator/model/configuration/index.ts";
import { intrusionCategories } from "../../../../emulator/model/intrusion-categories.ts";
import { findItem } from "../../../../emulator/peer/configuration/item-paths.ts";
import type { Change } from "../../../../emulator/peer/core/configuration-change.ts";
import { Sessions } from "../../../../emulator/surfaces/https/sessions.ts";
import { SentFields } from "../../../../emulator/surfaces/web/form/sent-fields.ts";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { PageDirectory } from "../../../../emulator/surfaces/web/page-directory.ts";
import type { Visit } from "../../../../emulator/surfaces/web/visit.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

/** Items that have a name on pages and are no field of a form there. */
const NO_FIELD: Readonly<Record<string, RegExp>> = {
  "keys are added and deleted, not changed": /^Option /,
  "routes come with X8.5; until then the command line has them": /^IP Route /,
  "the forms of accounts are their own: passwords are typed twice": /^Authentication Account Admin Account /,
  "what is active follows from an activation": /^Firewall ActiveRule /,
  "the order of rules is changed by arrows": /^Policy AdministratorPolicy Rule .* Place$/,
  "a large peer has a range of ports in place of one": /^Traversal Server TURN PortRange/,
  "no source tells where the Local Zone has it": /^Zones LocalZone SIP Record Route Address Type$/,
};

const ZONE_TYPES = ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"] as const;

let web: WebPeer;
afterEach(() => web.close());

test("every item that has a name on pages is a field of one, but for those of which it is said why not", async () => {
  web = await startWebPeer({
    product: "vcs-expressway",
    configuration: ZONE_TYPES.flatMap((type, place): readonly Change[] => [
      { path: `Zones Zone ${place + 1} Name`, value: type },
      { path: `Zones Zone ${place + 1} Type`, value: type },
      { path: `Zones Zone ${place + 1} ${type === "DNS" ? "DNS" : "Neighbor"} ZoneProfile`, value: "Custom" },
    ]),
  });
  const { device } = web;
  const account = device.accounts.find("admin");
  const session = account && new Sessions(device).open(account, { address: "192.0.2.9", port: 1 });
  if (!session) throw new Error("nobody is logged in");
  const rest = { actor: { user: "admin" }, url: "/", pages: new PageDirectory(menu), mayAct: true, port: undefined };
  const visit = (query: Readonly<Record<string, string>>): Visit => ({
    ...rest,
    device,
    session,
    query: new SentFields(query),
  });
  const visits = [
    ...ZONE_TYPES.map((_type, place) => visit({ id: String(place + 1) })),
    ...intrusionCategories.map(({ name }) => visit({ id: "1", name })),
  ];
  const fields = menu.flatMap(({ page }) => visits.flatMap((each) => page.sections?.(each) ?? []));
  const shown = new Set(fields.flatMap((section) => section.fields.map(({ item }) => findItem(item)?.item.path)));
  const named = configurationItems.filter((item) => "label" in item).map(({ path }) => path);
  const excused = (path: string): boolean => Object.values(NO_FIELD).some((pattern) => pattern.test(path));
  expect(named.filter((path) => !shown.has(path) && !excused(path))).toEqual([]);
  // An excuse that nothing needs any more is one too many.
  for (const pattern of Object.values(NO_FIELD))
    expect(named.some((path) => pattern.test(path) && !shown.has(path))).toBe(true);
});
