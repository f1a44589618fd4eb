import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { why } from "../../../../emulator/lab/why.ts";
import { findCommand } from "../../../../emulator/peer/configuration/commands/commands.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { ADMIN, set } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

/** Where H.323 mode is mended, as it is said of 20018 on expe2 and by the doctor. */
async function mendOfH323(): Promise<string> {
  const [mend] = why(lab, "expe2", 20018)[0]?.causes.map((cause) => cause.mend) ?? [];
  const { checks } = await examine(lab);
  const found = checks.flatMap(({ guide, findings }) => (guide === "G2.10" ? findings : []));
  expect(found.map(({ peer, mend: at }) => [peer, at])).toContainEqual(["expe2", mend]);
  return mend ?? "";
}

const alarmsOf = (name: string): readonly number[] =>
  lab
    .device(name)
    .alarms.standing()
    .map(({ type }) => type.id);

describe("H.323 mode that the primary has On and a subordinate Off", () => {
  it("comes with the next copy where nothing stops that", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe2", { "H323 Mode": "Off" });
    expect(await mendOfH323()).toBe(
      "xtwin clock advance 3m, for the lab's time stands still: the next copy brings it to expe2",
    );
    await lab.advance(minutes(3));
    expect(alarmsOf("expe2")).toEqual([]);
  });

  it("20011 it was changed on both, and no copy comes before one is forced", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe2", { "H323 Mode": "Off" });
    set(lab, "expe1", { "H323 Mode": "Off" });
    set(lab, "expe1", { "H323 Mode": "On" });
    await lab.advance(minutes(3));
    expect(alarmsOf("expe2")).toEqual([20011, 20018]);
    const force = "xCommand ForceConfigUpdate on expe2, which takes no copy of its own accord while it has 20011";
    expect(await mendOfH323()).toBe(force);
    set(lab, "expe1", { "H323 Mode": "Off" });
    expect(await mendOfH323()).toBe(`Configuration > Protocols > H.323, H.323 mode, on expe1; then ${force}`);
    set(lab, "expe1", { "H323 Mode": "On" });
    const { commands } = lab.device("expe2");
    const found = findCommand("ForceConfigUpdate");
    if (!found.ok) throw new RangeError(found.reason);
    const forced = commands.run(found.command, [], ADMIN);
    await lab.advance(minutes(3));
    expect(await forced).toEqual({ ok: true });
    expect(alarmsOf("expe2")).toEqual([]);
  });

  it("20014 a copy has to be forced where a configuration file is missing", async () => {
    lab = await startSimulatedLab();
    await lab.faults.add({ kind: "peer-file-missing", peer: "expe2" });
    set(lab, "expe1", { "Bandwidth Default": "768" });
    await lab.advance(minutes(3));
    set(lab, "expe2", { "H323 Mode": "Off" });
    expect(await mendOfH323()).toBe(
      "xCommand ForceConfigUpdate on expe2, which takes no copy of its own accord while it has 20014",
    );
  });

  it("20009 a copy has to be forced where the last did not come out equal", async () => {
    lab = await startSimulatedLab();
    const { id } = await lab.faults.add({ kind: "copy-not-kept", peer: "expe2" });
    set(lab, "expe1", { "Bandwidth Default": "768" });
    await lab.advance(minutes(3));
    lab.faults.remove(id);
    set(lab, "expe2", { "H323 Mode": "Off" });
    expect(await mendOfH323()).toBe(
      "xCommand ForceConfigUpdate on expe2, which takes no copy of its own accord while it has 20009",
    );
  });

  it("20016 the primary is off", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe2", { "H323 Mode": "Off" });
    await lab.peers[0]?.peer.powerOff();
    await lab.advance(minutes(1));
    expect(await mendOfH323()).toBe(
      "end what stops the copy to expe2: bring the primary back, or make another peer the primary",
    );
  });

  it("20015 the primary gives no copy", async () => {
    lab = await startSimulatedLab();
    set(lab, "expe1", { "Ethernet 1 IP V4 StaticNAT Mode": "On" });
    set(lab, "expe2", { "H323 Mode": "Off" });
    expect(await mendOfH323()).toBe(
      "end what stops the copy from expe1: set IPv4 static NAT mode of LAN 1 to Off on System > IP",
    );
  });
});
