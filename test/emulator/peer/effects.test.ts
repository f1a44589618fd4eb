import { afterEach, describe, expect, test, vi } from "vitest";
import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import { effectOf, usageOf } from "../../../emulator/model/effects.ts";
import type { ConfigurationItem } from "../../../emulator/model/types.ts";
import { Configuration } from "../../../emulator/peer/configuration/configuration.ts";
import { findItem } from "../../../emulator/peer/configuration/item-paths.ts";
import { type Product, products } from "../../../emulator/peer/core/identity.ts";
import { minutes } from "../../../emulator/world/duration.ts";
import { call, headOffice, towardsHeadOffice } from "../head-office.ts";
import { startWebPeer } from "../surfaces/web/web-peer.ts";

/** Read to be carried along or to be checked: nothing of what a peer does follows from them. */
const CARRIED_ALONG = [/^Firewall (Active)?Rule .* Description$/, /^Policy AdministratorPolicy Rule .* Place$/];

afterEach(() => vi.restoreAllMocks());

/** Lets a peer do what one can, without anybody who looks at it, and tells which items it has read. */
async function itemsReadBy(product: Product): Promise<readonly ConfigurationItem[]> {
  const looks = [vi.spyOn(Configuration.prototype, "get"), vi.spyOn(Configuration.prototype, "read")];
  const web = await startWebPeer({
    product,
    configuration: [
      ...towardsHeadOffice("198.51.100.7", "0A1B2C3D"),
      { path: "Transform 1 Pattern String", value: "9" },
      { path: "Transform 1 Pattern Behavior", value: "Strip" },
      { path: "NTP Server 1 Address", value: "time.example.com" },
      { path: "DNS Server 1 Address", value: "198.51.100.53" },
      { path: "Remote Syslog 1 Address", value: "198.51.100.14" },
      { path: "Firewall Rule 1 Address", value: "192.0.2.0" },
      { path: "Traversal Server TURN Mode", value: "On" },
    ],
  });
  const gatekeeper = await headOffice(web.world, "198.51.100.7");
  await call(web.device, web.world);
  await web.world.clock.advance(minutes(10));
  gatekeeper.stop();
  await web.close();
  const paths = looks.flatMap((look) => look.mock.calls.map(([path]) => path));
  return [...new Set(paths.flatMap((path) => findItem(path)?.item ?? []))];
}

describe("the effects of configuration items", () => {
  test.each(products)("are told of all that a peer reads when nobody looks: %s", async (product) => {
    const read = await itemsReadBy(product);
    const untold = read.filter(
      (item) => usageOf(item) === "stored only" && !CARRIED_ALONG.some((each) => each.test(item.path)),
    );
    expect(untold.map(({ path }) => path).toSorted()).toEqual([]);
    expect(read.map(({ path }) => path)).toContain("Zones Policy SearchRules Rule [1..2000] Pattern Type");
  });

  test("say of each item by itself what follows", () => {
    const told = configurationItems.map(effectOf).filter((words) => words !== undefined);
    expect(told.filter((words) => /^the same\b|the next holds/.test(words))).toEqual([]);
  });

  test("come with what generates the items, and not with an item that is only stored", () => {
    const usage = new Map(configurationItems.map((item) => [item.path, usageOf(item)]));
    expect([...usage].filter(([path]) => /^IntrusionProtection Category \w+ Mode$/.test(path))).toEqual([
      ["IntrusionProtection Category SSHProtocol Mode", "On: addresses that fail too often are kept from port 22"],
      ["IntrusionProtection Category HTTPProxyAuthorization Mode", "stored only"],
      ["IntrusionProtection Category SSHAuthorization Mode", "On: addresses that fail too often are kept from port 22"],
      ["IntrusionProtection Category HTTPProxyProtocol Mode", "stored only"],
      [
        "IntrusionProtection Category WebLogin Mode",
        "On: addresses that fail too often are kept from ports 80 and 443",
      ],
      ["IntrusionProtection Category SIPAuthentication Mode", "stored only"],
      ["IntrusionProtection Category SIPProtocol Mode", "stored only"],
      ["IntrusionProtection Category SIPRegistration Mode", "stored only"],
      ["IntrusionProtection Category XMPPProtocol Mode", "stored only"],
    ]);
    expect(usage.get("Firewall Rule [1..500] Action")).toBe("what the next activation puts in force");
    expect(usage.get("Firewall ActiveRule [1..500] Action")).toBe("what the peer lets in");
    expect(usage.get("Firewall ActiveRule [1..500] Description")).toBe("stored only");
    expect(usage.get("IP DNS MaxPort")).toBe("stored only; shown on Maintenance > Tools > Port usage");
    expect(usage.get("Ethernet [1..2] IP V4 SubnetMask")).toBe("stored only; shown in the status of the interface");
  });

  test("are not told of an item that is said to be stored only", () => {
    expect(configurationItems.filter((item) => effectOf(item) !== undefined && item.shownAs !== undefined)).toEqual([]);
  });
});
