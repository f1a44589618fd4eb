import { expect, test } from "vitest";
import { makeOptionKey } from "../../../emulator/peer/calls/licensing/option-key.ts";
import { hours, minutes } from "../../../emulator/world/duration.ts";
import { AdminShell } from "../../../emulator/surfaces/shell/admin-shell.ts";
import { ADMIN } from "./documents/simulated-device.ts";
import { startWebPeer } from "./web/web-peer.ts";

const configuration = [{ path: "Option 1 Key", value: makeOptionKey("R50", "0A1B2C3D") ?? "" }];

test("registrations that are over are kept, newest first, and forgotten with all other history", async () => {
  const peer = await startWebPeer({ product: "vcs-control", configuration });
  const { registrations } = peer.device;
  const shell = new AdminShell(peer.device, ADMIN);
  const history = async (): Promise<string> => (await shell.run("xHistory Registrations")).lines.join("\n");
  for (const alias of ["alice", "bob"]) {
    const outcome = registrations.register({ alias, protocol: "SIP", address: "203.0.113.5" });
    expect(outcome).toMatchObject({ ok: true });
    await peer.world.clock.advance(minutes(1));
  }
  registrations.remove("alice");
  await peer.world.clock.advance(hours(1));
  registrations.remove("bob");
  expect(await history()).toMatch(
    /^\*h Registrations:\n +Registration 1:.*"bob".*Duration: 3660\n.*Registration 2:.*"alice".*Duration: 120\n/s,
  );
  await shell.run("xCommand ClearAllStatus");
  expect(await history()).toMatch(/^\*h Registrations: \/\n/);
  await peer.close();
});
