import { Type, type Static } from "typebox";
import { ipv4Address, ttlMember, wholeName } from "./dns-members.ts";
import { hardwareKinds, platforms, products, VERSION_PATTERN } from "../../peer/core/identity.ts";

/** The topology file as its author writes it. Also what editors complete and check by. */
export const topologySchema = Type.Object(
  {
    domain: Type.Optional(
      Type.String({ minLength: 1, description: "DNS domain of the lab; by default lab.example.com." }),
    ),
    surroundings: Type.Optional(ipv4Address("Address of the lab's DNS and NTP servers.")),
    tms: Type.Optional(
      Type.Object(
        {
          provisioningLicenses: Type.Integer({
            minimum: 0,
            maximum: 1_000_000,
            description: "Devices that may be provisioned at the same time.",
          }),
        },
        {
          additionalProperties: false,
          description: "A TMS in the surroundings; it is the external manager of all peers.",
        },
      ),
    ),
    cluster: Type.Optional(
      Type.Object(
        {
          name: Type.String({
            minLength: 1,
            description: "Cluster name: the domain name of the cluster's SRV records.",
          }),
          preSharedKey: Type.Optional(Type.String({ description: "Cluster pre-shared key." })),
          peers: Type.Optional(
            Type.Array(Type.String(), {
              minItems: 1,
              maxItems: 6,
              description: "Names of the peers, the primary first; by default all of them.",
            }),
          ),
        },
        {
          additionalProperties: false,
          description: "A cluster that is formed when the lab starts. Without it all peers are stand-alone.",
        },
      ),
    ),
    peers: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9-]*$", description: "Name in the lab and in DNS." }),
          address: ipv4Address("LAN 1 IPv4 address."),
          product: Type.Optional(Type.Enum([...products])),
          platform: Type.Optional(Type.Enum([...platforms])),
          hardware: Type.Optional(Type.Enum([...hardwareKinds])),
          version: Type.Optional(
            Type.String({ pattern: VERSION_PATTERN.source, description: "Software version, by default X8.1." }),
          ),
          serialNumber: Type.Optional(
            Type.String({ pattern: "^[0-9A-F]{8}$", description: "Eight hex digits in upper case." }),
          ),
          optionKeys: Type.Optional(
            Type.Array(Type.String({ minLength: 1, maxLength: 90 }), {
              maxItems: 64,
              description:
                "Options such as Y20 (20 rich media sessions) or T, or whole keys; by default the usual ones.",
            }),
          ),
          releaseKey: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 90,
              description: "Release key; by default the one that serial number and version need.",
            }),
          ),
          configuration: Type.Optional(
            Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
              description: "Configuration items by their CLI path.",
            }),
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 600 },
    ),
    dns: Type.Optional(
      Type.Array(
        Type.Object(
          {
            zone: wholeName("the domain"),
            ttl: Type.Optional(ttlMember),
            records: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
              description: "Records, each with its type and the members that this type takes.",
            }),
          },
          { additionalProperties: false },
        ),
        { description: "Zones of the lab's DNS server besides what it knows of the lab itself." },
      ),
    ),
    faults: Type.Optional(
      Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])), {
        description: "What goes wrong from when the lab is up: a kind of fault and its members each.",
      }),
    ),
  },
  { additionalProperties: false },
);

export type TopologyFile = Static<typeof topologySchema>;
