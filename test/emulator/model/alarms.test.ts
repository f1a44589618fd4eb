import { describe, expect, test } from "vitest";
import { alarms } from "../../../emulator/model/alarms/index.ts";
import type { Alarm, AlarmCategory } from "../../../emulator/model/types.ts";

const groups: Readonly<Record<AlarmCategory, number>> = {
  Hardware: 10,
  Software: 15,
  Cluster: 20,
  Network: 25,
  Licensing: 30,
  "External applications": 35,
  Security: 40,
  Configuration: 45,
  B2BUA: 55,
};

const byId = (id: number): Alarm | undefined => alarms.find((alarm) => alarm.id === id);

test("every type has a UUID of its own", () => {
  for (const { uuid } of alarms) expect(uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(new Set(alarms.map(({ uuid }) => uuid)).size).toBe(alarms.length);
});

test("the ids are in order and begin with the number of their category", () => {
  expect(alarms.map(({ id }) => id)).toEqual(alarms.map(({ id }) => id).toSorted((left, right) => left - right));
  expect(alarms.filter(({ id, category }) => Math.floor(id / 1000) !== groups[category])).toEqual([]);
});

test("ids that stand for several types", () => {
  const count = (id: number) => alarms.filter((alarm) => alarm.id === id).length;
  expect([10001, 55005, 55008, 55009].map(count)).toEqual([4, 2, 2, 2]);
});

test("every type says what is wrong, what to do and where it was read", () => {
  const filled = ({ title, description, action, source }: Alarm) =>
    [title, description, action, source].every((text) => /^\S(.*\S)?$/s.test(text));
  expect(alarms.filter((alarm) => !filled(alarm))).toEqual([]);
});

test("invented UUIDs, ids and texts are marked as assumed", () => {
  expect(alarms.filter(({ source, assumed }) => /invented|assumed/.test(source) && !assumed)).toEqual([]);
});

// Cluster guide X8.1, Appendix 1.
describe("the alarms of the guide read as in the guide", () => {
  test.each([
    [20019, "Cluster name not configured: if clustering are in use a cluster name must be defined"],
    [20009, "Cluster replication error: manual synchronization of configuration is required"],
    [
      20014,
      "Cluster replication error: cannot find primary or this subordinate's peer configuration file, manual synchronization of configuration is required",
    ],
    [
      20017,
      "Cluster replication error: configuration primary ID is inconsistent, manual synchronization of configuration is required",
    ],
    [
      20011,
      "Cluster replication error: this peer's configuration conflicts with the primary's configuration, manual synchronization of configuration is required",
    ],
    [20010, "Cluster replication error: the NTP server is unreachable"],
    [20015, "Cluster replication error: the local Expressway does not appear in the list of peers"],
    [
      20008,
      "Cluster replication error: automatic replication of configuration has been temporarily disabled because an upgrade is in progress",
    ],
    [
      20018,
      "Invalid clustering configuration: H.323 mode must be turned On - clustering uses H.323 communications between peers",
    ],
    [15005, "Expressway database failure: Please contact your Cisco support representative"],
  ])("%i", (id, text) => {
    const alarm = byId(id);
    expect(`${alarm?.title}: ${alarm?.description}`).toBe(text);
    expect(alarm?.cluster).toBe(true);
  });
});
