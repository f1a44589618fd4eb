import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { THE_SYSTEM } from "../../emulator/peer/core/actor.ts";
import { needs, run } from "./program.ts";
import { type RealPeer, startRealPeer } from "./real-peer.ts";
import { temporaryDirectory } from "./xtwin.ts";
import { loopback } from "../loopback.ts";

describe("a diagnostic log", () => {
  needs("curl");
  needs("tar");
  needs("tshark");

  let peer: RealPeer;
  beforeAll(async () => {
    peer = await startRealPeer(loopback(9), [{ path: "DNS Server 1 Address", value: loopback(10) }]);
  });
  afterAll(() => peer?.stop());

  async function put(body: unknown, args: readonly string[] = []): Promise<string> {
    const always = ["-sk", "-X", "PUT", "--user", "admin:TANDBERG", "-H", "content-type: application/json"];
    const url = `${peer.httpsUrl}/api/provisioning/common/diagnosticlogging`;
    const { code, stdout } = await run("curl", [...always, ...args, "-d", JSON.stringify(body), url]);
    expect(code).toBe(0);
    return stdout;
  }

  test("is downloaded by curl, unpacked by tar, and its packets are read by tshark", async () => {
    const directory = temporaryDirectory();
    await put({ Mode: "start", TCPDump: "on" });
    peer.device().resolver.lookUp("vcs.example.com", "SRV", () => {});
    peer.device().diagnostics.logging.mark("seen by others", THE_SYSTEM);
    await put({ Mode: "stop" });
    const archive = join(directory, "log.tar.gz");
    await put({ Mode: "download" }, ["-o", archive]);
    expect((await run("tar", ["-xzf", archive, "-C", directory])).code).toBe(0);
    const names = readdirSync(directory);
    const [text = ""] = names.filter((name) => name.endsWith(".txt"));
    expect(readFileSync(join(directory, text), "utf8")).toMatch(
      /Module="network\.dns" Level="DEBUG" Action="Sent".*Name="vcs\.example\.com".*DEBUG_MARKER: seen by others/s,
    );
    const [packets = ""] = names.filter((name) => name.endsWith(".pcap"));
    const fields = ["ip.src", "ip.dst", "udp.dstport", "dns.qry.name"].flatMap((field) => ["-e", field]);
    const checks = ["-o", "udp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"];
    const { code, stdout } = await run("tshark", [
      "-r",
      join(directory, packets),
      "-Y",
      "dns && udp.checksum.status == 1 && ip.checksum.status == 1",
      ...checks,
      "-T",
      "fields",
      ...fields,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${loopback(9)}\t${loopback(10)}\t53\tvcs.example.com\n` });
  });
});
