import { ipv6Octets, ipv6Text } from "../../../protocol/ip-octets.ts";
import { causesOf } from "../causes/find-causes.ts";
import type { Check, ExaminedPeer, Finding } from "./finding.ts";
import { dnsChecks } from "./dns-checks.ts";
import { because, mendOf } from "./explained.ts";
import { reachability, slowPaths } from "./path-checks.ts";

const OWN_ADDRESSES = "each peer has a different IPv4 address and a different IPv6 address";

/** The prerequisites of the guide, in the order of the ledger's numbers. */
export const checks: readonly Check[] = [
  {
    guide: "G2.1",
    title: "one software version",
    examine: (peers) =>
      different(peers, "G2.1", ({ device }) => device.identity.softwareVersion, {
        what: "runs",
        asked: "all peers run the same version, but for the time of an upgrade",
        mend: "Maintenance > Upgrade",
      }),
  },
  ...dnsChecks,
  {
    guide: "G2.3",
    title: "addresses of their own",
    examine: (peers, { causes }) => [
      ...causes
        .filter(({ kind }) => kind === "shared-address")
        .map(({ text, mend }) => ({ guide: "G2.3", seen: text, asked: OWN_ADDRESSES, mend })),
      ...shared(peers, ipv6Address).map(([address, names]) => ({
        guide: "G2.3",
        seen: `${names.join(" and ")} have the same address ${address}`,
        asked: OWN_ADDRESSES,
        mend: "System > IP",
      })),
    ],
  },
  {
    guide: "G2.4",
    title: "round trip of at most 30 ms",
    examine: (peers, lab) => peers.flatMap((peer) => slowPaths(peer, lab)),
  },
  {
    guide: "G2.5",
    title: "no NAT, ports open",
    examine: (peers, lab) => peers.flatMap((peer) => reachability(peer, lab)),
  },
  {
    guide: "G2.6",
    title: "equivalent platforms",
    examine: (peers) =>
      different(peers, "G2.6", ({ device }) => device.identity.platform, {
        what: "is",
        asked: "each peer runs on a platform with equivalent capabilities",
        mend: "the virtual machine",
      }),
  },
  {
    guide: "G2.7",
    title: "the same option keys",
    examine: (peers) =>
      different(peers, "G2.7", ({ device }) => device.licensing.options.features.join(" ") || "none", {
        what: "has the feature keys",
        asked: "all peers have the same set of option keys, apart from the number of call licenses",
        mend: "Maintenance > Option keys",
      }),
  },
  {
    guide: "G2.8",
    title: "restarted after option keys",
    examine: (peers) =>
      peers
        .filter(({ device }) => device.alarms.standing().some(({ type }) => type.id === 25006 || type.id === 30025))
        .map(({ name }) => ({
          guide: "G2.8",
          peer: name,
          seen: "an option key was added or deleted since the last restart",
          asked: "some option keys need a restart to become active",
          mend: "Maintenance > Restart options",
        })),
  },
  {
    guide: "G2.9",
    title: "different system names",
    examine: (peers) =>
      shared(peers, ({ device }) => device.configuration.get("SystemUnit Name")).map(([systemName, names]) => ({
        guide: "G2.9",
        seen: `${names.join(" and ")} have the same system name "${systemName}"`,
        asked: "each peer has a different system name",
        mend: "System > Administration",
      })),
  },
  {
    guide: "G2.10",
    title: "H.323 mode On",
    examine: (peers, { causes }) =>
      peers
        .filter(({ device }) => !device.configuration.isOn("H323 Mode"))
        .map(({ name }) => ({
          guide: "G2.10",
          peer: name,
          seen: "H.323 mode is Off",
          asked: "H.323 mode is On on each peer, even if all endpoints are SIP",
          mend: mendOf(causesOf(causes, name, 20018), "Configuration > Protocols > H.323"),
        })),
  },
  {
    guide: "G3.5",
    title: "a working NTP server",
    examine: (peers, { causes }) =>
      peers
        .filter(({ device }) => !device.time.synchronized)
        .map(({ name, device }) => {
          const why = causesOf(causes, name, 25021);
          return {
            guide: "G3.5",
            peer: name,
            seen: because(`the time is ${device.time.state}`, why),
            asked: "a valid and working NTP server; the State is Synchronized",
            mend: mendOf(why, "System > Time"),
          };
        }),
  },
  { guide: "G4.1", title: "no peer in a zone", examine: (peers) => peers.flatMap((peer) => zonesThatListPeers(peer)) },
  { guide: "G3.6", title: "in no other peer list", examine: listedElsewhere },
];

/** In one spelling, for there are several of each; blank where there is none. */
function ipv6Address({ device }: ExaminedPeer): string {
  const address = device.configuration.get("Ethernet 1 IP V6 Address");
  return address.includes(":") ? ipv6Text(ipv6Octets(address)) : "";
}

function zonesThatListPeers({ name, device }: ExaminedPeer): Finding[] {
  const { peers } = device.cluster.settings;
  return device.routing.zones.zones.flatMap((zone) =>
    zone.addresses
      .filter((address) => peers.includes(address))
      .map((address) => ({
        guide: "G4.1",
        peer: name,
        seen: `zone ${zone.name} lists ${address}, a peer of this cluster`,
        asked: "no neighbor or traversal zone lists a peer of the cluster",
        mend: "Configuration > Zones > Zones",
      })),
  );
}

/** Guide: "Check that no other Expressway (anywhere in the organization) has this Expressway's IP address in its clustering peers list." */
function listedElsewhere(peers: readonly ExaminedPeer[]): Finding[] {
  return peers.flatMap((lister) =>
    peers
      .filter(({ device }) => lister.device.cluster.settings.peers.includes(device.address))
      .filter(({ device }) => !device.cluster.settings.peers.includes(lister.device.address))
      .map(({ name }) => ({
        guide: "G3.6",
        peer: name,
        seen: `${lister.name} lists this peer, which does not list ${lister.name}`,
        asked: "no other Expressway has this one's address in its list of peers",
        mend: `System > Clustering on ${lister.name}, or complete adding the peer`,
      })),
  );
}

/** One finding for each peer that differs from what most of them have. */
function different(
  peers: readonly ExaminedPeer[],
  guide: string,
  of: (peer: ExaminedPeer) => string,
  words: { readonly what: string; readonly asked: string; readonly mend: string },
): Finding[] {
  const counts = new Map<string, number>();
  for (const peer of peers) counts.set(of(peer), (counts.get(of(peer)) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!most || counts.size === 1) return [];
  return peers
    .filter((peer) => of(peer) !== most[0])
    .map((peer) => ({
      guide,
      peer: peer.name,
      seen: `${peer.name} ${words.what} ${of(peer)}, most others ${most[0]}`,
      asked: words.asked,
      mend: words.mend,
    }));
}

/** Values that several peers have, with their names. A blank value is nobody's. */
function shared(
  peers: readonly ExaminedPeer[],
  of: (peer: ExaminedPeer) => string,
): (readonly [value: string, names: string[]])[] {
  const names = new Map<string, string[]>();
  for (const peer of peers) {
    const value = of(peer);
    if (value !== "") names.set(value, [...(names.get(value) ?? []), peer.name]);
  }
  return [...names].filter(([, owners]) => owners.length > 1);
}
