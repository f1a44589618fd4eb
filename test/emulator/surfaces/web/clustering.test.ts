import { afterEach, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { shownIn } from "./web-client.ts";
import { ADDRESS, startWebPeer, type WebPeer } from "./web-peer.ts";

let web: WebPeer;

afterEach(() => web.close());

/** The word to the right of a peer address. */
function wordBeside(html: string, peer: number): string | undefined {
  const row = html.split('<div class="row').find((each) => each.includes(`name="alternates_peer_${peer}_address"`));
  return /<span class="state[^"]*">([^<]*)<\/span>/.exec(row?.split("</fieldset>")[0] ?? "")?.[1];
}

const statusLabels = (html: string) => [...html.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label]) => label);

describe("the Clustering page", () => {
  test("has its fields, each of them the peer's own, and no status before there are peers", async () => {
    web = await startWebPeer();
    await web.client.logIn();
    const { body } = await web.client.get("/clustering");
    const labels = [...body.matchAll(/<label for="[^"]*">([^<]*)<\/label>/g)].map(([, label]) => label);
    expect(labels).toEqual([
      "Cluster name",
      "Configuration primary",
      "Cluster pre-shared key",
      ...[1, 2, 3, 4, 5, 6].map((peer) => `Peer ${peer} IP address`),
    ]);
    expect(body.match(/†/g)).toHaveLength(labels.length);
    const primaries = /name="alternates_configurationprimary"[^>]*>(.*?)<\/select>/s.exec(body)?.[1];
    expect([...(primaries ?? "").matchAll(/<option[^>]*>([^<]*)</g)].map(([, option]) => option)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
    ]);
    expect(body).not.toContain("Cluster database status");
  });

  test("shows the words of the guide, first Unknown and Failed after a refresh", async () => {
    web = await startWebPeer();
    await web.client.logIn();
    await web.client.submit("/clustering", {
      alternates_cluster_name: "cluster1.example.com",
      alternates_peer_1_address: ADDRESS,
      alternates_peer_2_address: "192.0.2.2",
    });
    const saved = (await web.client.get("/clustering")).body;
    expect([1, 2, 3].map((peer) => wordBeside(saved, peer))).toEqual(["This system", "Unknown", undefined]);
    expect(shownIn(saved, "alternates_cluster_name")).toBe("cluster1.example.com");
    await web.world.clock.advance(seconds(30));
    const refreshed = (await web.client.get("/clustering")).body;
    expect(wordBeside(refreshed, 2)).toBe("Failed");
    expect(refreshed).toContain('<span class="cause">System unreachable</span>');
  });

  test("has a status part once there are peers", async () => {
    web = await startWebPeer({ configuration: [{ path: "Alternates Peer 1 Address", value: ADDRESS }] });
    await web.client.logIn();
    expect(statusLabels((await web.client.get("/clustering")).body)).toEqual(["Cluster database status"]);
  });

  test("tells a subordinate of its copies, the primary of none", async () => {
    const configuration = [
      { path: "Alternates Peer 1 Address", value: "192.0.2.2" },
      { path: "Alternates Peer 2 Address", value: ADDRESS },
    ];
    web = await startWebPeer({ configuration });
    await web.client.logIn();
    expect(statusLabels((await web.client.get("/clustering")).body)).toEqual([
      "Cluster database status",
      "Last synchronization",
      "Next synchronization",
    ]);
    await web.world.clock.advance(minutes(5));
    const { body } = await web.client.get("/clustering");
    expect(body).toContain("<dt>Next synchronization</dt><dd>none while an alarm stands in its way</dd>");
  });
});
