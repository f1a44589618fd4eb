import { LocalDatabase } from "../calls/authentication/local-database.ts";
import { B2bua } from "../calls/b2bua/b2bua.ts";
import { Bandwidth } from "../calls/bandwidth/bandwidth.ts";
import { CallPolicy } from "../calls/call-policy/call-policy.ts";
import { Calls } from "../calls/call/calls.ts";
import { Histories } from "../calls/call/histories.ts";
import { Licensing } from "../calls/licensing/licensing.ts";
import { ReleaseKey } from "../calls/licensing/release-key.ts";
import { Provisioning } from "../calls/provisioning/provisioning.ts";
import { RasEndpoint } from "../calls/ras/ras-endpoint.ts";
import { Registrations } from "../calls/registrations/registrations.ts";
import { RestrictionPolicy } from "../calls/registrations/restriction-policy.ts";
import { Routing } from "../calls/routing/routing.ts";
import { Zones } from "../calls/routing/zones.ts";
import { TurnServer } from "../calls/turn/turn-server.ts";
import { Publishers } from "../calls/unified-communications/publishers.ts";
import type { ClusterPeer } from "../cluster/cluster-peer.ts";
import type { EmitEvent } from "../core/emit-event.ts";
import type { buildCluster } from "./cluster.ts";
import type { Foundation } from "./foundation.ts";
import type { LateParts } from "./late-parts.ts";
import type { NetworkShown } from "./network.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of the calls that a peer carries, and of all that decides about them. */
export interface CallsShown {
  readonly licensing: Licensing;
  readonly releaseKey: ReleaseKey;
  readonly bandwidth: Bandwidth;
  readonly registrations: Registrations;
  readonly routing: Routing;
  readonly calls: Calls;
  readonly callPolicy: CallPolicy;
  readonly b2bua: B2bua;
  readonly turn: TurnServer;
}

/** What every part of this wing is given. */
type Around = ReturnType<typeof surround>;

/** Builds what finds the way of calls, admits and carries them. */
export function buildCalls(
  foundation: Foundation,
  network: NetworkShown,
  clusterWing: ReturnType<typeof buildCluster>,
  late: LateParts,
): Wing<CallsShown> {
  const { configuration, facts } = foundation;
  const around = surround(foundation, network, clusterWing, late);
  const { ras, bandwidth } = buildBandwidth(around, clusterWing, late);
  const { licensing, releaseKey, restriction, registrations, provisioning } = buildRegistrations(around, bandwidth);
  const routing = new Routing({ ...around, ras, local: registrations });
  const database = new LocalDatabase(configuration);
  const turn = new TurnServer({ ...around, licensing, bandwidth, database });
  const calls = new Calls({ ...around, licensing, bandwidth, router: routing.searches, registrations, turn });
  const callPolicy = new CallPolicy(around);
  const b2bua = new B2bua(around);
  return {
    parts: [
      ras,
      licensing,
      releaseKey,
      bandwidth,
      restriction,
      registrations,
      provisioning,
      routing,
      new Zones(configuration, bandwidth, routing),
      calls,
      new Histories(calls.history, registrations.history, routing.searches, facts),
      callPolicy,
      b2bua,
      new Publishers(configuration, around.unimplemented),
      database,
      turn,
    ],
    shown: { licensing, releaseKey, bandwidth, registrations, routing, calls, callPolicy, b2bua, turn },
  };
}

function surround(
  foundation: Foundation,
  { resolver }: NetworkShown,
  { shown: { cluster } }: ReturnType<typeof buildCluster>,
  late: LateParts,
) {
  return {
    ...foundation,
    resolver,
    emit: ((name, holds) => late.get().notifications.event(name, holds)) satisfies EmitEvent,
    others: (): readonly ClusterPeer[] => cluster.others,
    inMaintenanceMode: () => late.get().maintenance.inMaintenanceMode,
    needs: foundation.restartNeeds,
  };
}

/** The links and pipes of the cluster, and the RAS messages in which peers tell each other what they take of them. */
function buildBandwidth(
  around: Around,
  { shown: { cluster }, tablesVersion }: ReturnType<typeof buildCluster>,
  late: LateParts,
): { readonly ras: RasEndpoint; readonly bandwidth: Bandwidth } {
  const isPeer = (far: string): boolean => cluster.others.some(({ address }) => address === far);
  const ras = new RasEndpoint({ ...around, isPeer });
  const bandwidth = new Bandwidth({
    ...around,
    ras,
    softwareVersion: around.identity.softwareVersion,
    licenses: () => late.get().licensing,
    clustered: () => cluster.clustered,
    tablesVersion,
    onTables: (from, version) => cluster.announceTables(from, version),
  });
  return { ras, bandwidth };
}

/** Licenses, and the endpoints that take some of them. */
function buildRegistrations(around: Around, bandwidth: Bandwidth) {
  const licensing = new Licensing({
    ...around,
    inUse: (kind) =>
      kind === "registration" ? { own: registrations.tokens, cluster: registrations.tokens } : bandwidth.tokens(kind),
  });
  const releaseKey = new ReleaseKey(around);
  const restriction = new RestrictionPolicy(around.configuration, around.unimplemented);
  const registrations = new Registrations({
    ...around,
    licensing: () => licensing,
    provisioningRefusal: () => provisioning.refusal(),
    restriction: (alias) => restriction.refusal(alias),
  });
  const provisioning = new Provisioning({
    ...around,
    licensed: () => licensing.options.has("P"),
    devices: () => registrations.provisioned,
  });
  return { licensing, releaseKey, restriction, registrations, provisioning };
}
