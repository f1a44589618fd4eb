import { expect, it } from "vitest";
import { LateParts } from "../../../../emulator/peer/assembly/late-parts.ts";
import { StartedParts } from "../../../../emulator/peer/core/started-parts.ts";
import { simulatedDevice } from "../../surfaces/documents/simulated-device.ts";

/** Parts that each wing starts, from the lowest wing up; there may be more. Remote syslog comes before what logs, and so stops after it. */
const STARTED = {
  foundation: ["diagnostics", "list commands", "alarm status"],
  network: ["names", "network tools", "remote syslog", "time"],
  cluster: ["cluster"],
  access: ["firewall", "revocation lists", "automated protection", "accounts", "certificates", "directory"],
  calls: [
    "ras",
    "licensing",
    "release key",
    "bandwidth",
    "registration restriction policy",
    "registrations",
    "provisioning",
    "routing",
    "zones",
    "calls",
    "histories",
    "Call Policy",
    "B2BUA",
    "publishers",
    "local authentication database",
    "TURN server",
  ],
  monitoring: ["hardware monitor", "feedback"],
  maintenance: ["maintenance", "database failure", "upgrade", "system status"],
};

it("a peer starts wing by wing, and then its surfaces", async () => {
  const { device, powerOff } = await simulatedDevice();
  const known = [...Object.values(STARTED).flat(), "none"];
  expect(device.running.names.filter((name) => known.includes(name))).toEqual(known);
  await powerOff();
});

it("parts stop in the reverse order, and hear once that all have started", async () => {
  const heard: string[] = [];
  const part = (name: string) => ({
    name,
    start: () => void heard.push(`${name} starts`),
    ready: () => void heard.push(`${name} is ready`),
    stop: () => void heard.push(`${name} stops`),
  });
  const parts = new StartedParts();
  await parts.start([part("a"), part("b")]);
  await parts.stop();
  expect(heard).toEqual(["a starts", "b starts", "a is ready", "b is ready", "b stops", "a stops"]);
});

it("a part that cannot start stops all that was begun, and none is ready", async () => {
  const heard: string[] = [];
  const good = { name: "good", ready: () => void heard.push("ready"), stop: () => void heard.push("good stops") };
  const bad = { name: "bad", start: () => Promise.reject(new Error("no such address")) };
  await expect(new StartedParts().start([good, bad])).rejects.toThrow("no such address");
  expect(heard).toEqual(["good stops"]);
});

it("nothing of a higher wing can be asked for while the wings are built", () => {
  expect(() => new LateParts().get()).toThrow("before it is built");
});
