import { Peer } from "../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../emulator/world/world.ts";
import { dnsRecordsPage } from "./dns-records.ts";
import { errorsPage } from "./errors.ts";
import { eventsPage } from "./events.ts";
import { faultsPage } from "./faults.ts";
import { feedbackPage } from "./feedback.ts";
import { fidelityPage } from "./fidelity/page.ts";
import { webPagesPage } from "./web-pages.ts";
import { openApiFile } from "./openapi.ts";
import { restPage } from "./rest.ts";
import { scenarioSchemaFile, scenariosPage } from "./scenarios.ts";
import { alarmsPage, commandsPage, configurationPage, statusPage } from "./tables.ts";

/** The pages and other files that are made, by their path. */
export async function generatedPages(): Promise<Record<string, string>> {
  const world = createSimulatedWorld({ seed: 0, log: new MemoryLog() });
  const identity = {
    serialNumber: "00000001",
    softwareVersion: "X8.1",
    product: "expressway-e",
    platform: "medium",
    hardware: "virtual-machine",
  } as const;
  // Only a peer with a way in has accounts, and the commands about them.
  const surfaces = [() => ({ name: "none" })];
  const peer = await Peer.powerOn({ identity, address: "192.0.2.1", dataDirectory: IN_MEMORY, surfaces }, world);
  if (!peer.device) throw new Error("the peer did not start");
  const pages = {
    "docs/fidelity.md": fidelityPage(peer.device),
    "docs/reference/alarms.md": alarmsPage(),
    "docs/reference/commands.md": commandsPage(),
    "docs/reference/configuration.md": configurationPage(),
    "docs/reference/dns-records.md": dnsRecordsPage(),
    "docs/reference/errors.md": errorsPage(),
    "docs/reference/events.md": eventsPage(),
    "docs/reference/feedback.md": feedbackPage(peer.device),
    "docs/reference/openapi.json": openApiFile(),
    "docs/reference/pages.md": await webPagesPage(),
    "docs/reference/rest.md": restPage(),
    "docs/reference/scenario.schema.json": scenarioSchemaFile(),
    "docs/reference/scenarios.md": scenariosPage(),
    "docs/reference/faults.md": faultsPage(),
    "docs/reference/status.md": statusPage(),
  };
  await peer.powerOff();
  return pages;
}
