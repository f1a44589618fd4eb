import { afterEach, describe, expect, test, vi } from "vitest";
import { actionOf, useOf } from "../../../emulator/model/acted-on.ts";
import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import { Configuration } from "../../../emulator/peer/configuration/configuration.ts";
import { findItem } from "../../../emulator/peer/configuration/item-paths.ts";
import { products, type Product } from "../../../emulator/peer/core/identity.ts";
import { minutes } from "../../../emulator/world/duration.ts";
import { call, headOffice, towardsHeadOffice } from "../head-office.ts";
import { startWebPeer } from "../surfaces/web/web-peer.ts";

/** Read to be carried along or to be checked: nothing of what a peer does follows from them. */
const CARRIED_ALONG = [/^Firewall (Active)?Rule .* Description$/, /^Policy AdministratorPolicy Rule .* Place$/];

afterEach(() => vi.restoreAllMocks());

/** Lets a peer do what one can, without anybody who looks at it, and tells which items it has read. */
async function itemsReadBy(product: Product): Promise<readonly string[]> {
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
  return [...new Set(paths.map((path) => findItem(path)?.item.path ?? path))];
}

describe("the table of what the twin acts on", () => {
  test.each(products)("has all that a peer reads when nobody looks: %s", async (product) => {
    const read = await itemsReadBy(product);
    const untold = read.filter(
      (path) => useOf(path) === "stored only" && !CARRIED_ALONG.some((each) => each.test(path)),
    );
    expect(untold.toSorted()).toEqual([]);
    expect(read).toContain("Zones Policy SearchRules Rule [1..2000] Pattern Type");
  });

  test("says of each item by itself what follows", () => {
    const told = configurationItems.map(({ path }) => actionOf(path)).filter((words) => words !== undefined);
    expect(told.filter((words) => /^the same\b|the next holds/.test(words))).toEqual([]);
  });
});
