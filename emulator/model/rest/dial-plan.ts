import type { RestResource } from "./resource.ts";

const rule = "Zones Policy SearchRules Rule [1..2000]";
const transform = "Transform [1..100]";
const noXmpp = "X8.1 has no XMPP";

/** Domains, search rules, transforms and default links. */
export const dialPlanResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/common/domain",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.8",
    sources: ["RG88", "RG89", "RG810", "CLI-PY"],
    noun: "Domain",
    served: {
      kind: "rows",
      list: "SIP Domain",
      key: "Name",
      members: [
        { name: "Name", required: true, value: { kind: "item", item: "SIP Domain [1..200] Name" } },
        { name: "Sip", value: { kind: "item", item: "SIP Domain [1..200] Sip" } },
        { name: "EdgeSip", value: { kind: "item", item: "SIP Domain [1..200] Edge" } },
        { name: "EdgeXmpp", value: { kind: "fixed", value: "Off", reason: noXmpp } },
        { name: "XmppFederation", value: { kind: "fixed", value: "Off", reason: noXmpp } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/searchrule",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.9",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Search Rule",
    messages: { POST: "Successfully created the Search Rule" },
    served: {
      kind: "rows",
      list: "Zones Policy SearchRules Rule",
      key: "Name",
      members: [
        { name: "Name", required: true, value: { kind: "item", item: `${rule} Name` } },
        { name: "Description", assumed: true, value: { kind: "item", item: `${rule} Description` } },
        { name: "Priority", required: true, value: { kind: "item", item: `${rule} Priority` } },
        { name: "Protocol", assumed: true, value: { kind: "item", item: `${rule} Protocol` } },
        { name: "SourceMode", assumed: true, value: { kind: "item", item: `${rule} Source Mode` } },
        { name: "SourceName", assumed: true, value: { kind: "item", item: `${rule} Source Name` } },
        { name: "AuthenticationRequired", assumed: true, value: { kind: "item", item: `${rule} Authentication` } },
        { name: "Mode", assumed: true, value: { kind: "item", item: `${rule} Mode` } },
        { name: "PatternType", assumed: true, value: { kind: "item", item: `${rule} Pattern Type` } },
        { name: "PatternString", assumed: true, value: { kind: "item", item: `${rule} Pattern String` } },
        { name: "PatternBehavior", assumed: true, value: { kind: "item", item: `${rule} Pattern Behavior` } },
        { name: "ReplaceString", assumed: true, value: { kind: "item", item: `${rule} Pattern Replace` } },
        { name: "OnSuccessfulMatch", assumed: true, value: { kind: "item", item: `${rule} Progress` } },
        { name: "TargetName", required: true, value: { kind: "item", item: `${rule} Target Name` } },
        { name: "TargetType", assumed: true, value: { kind: "item", item: `${rule} Target Type` } },
        { name: "State", assumed: true, value: { kind: "item", item: `${rule} State` } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/transform",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.9",
    sources: ["RG89", "RG810", "CLI-PY"],
    noun: "Transform",
    served: {
      kind: "rows",
      list: "Transform",
      // A transform has no name; the pages list it by its priority.
      key: "Priority",
      members: [
        { name: "Priority", required: true, assumed: true, value: { kind: "item", item: `${transform} Priority` } },
        { name: "Description", assumed: true, value: { kind: "item", item: `${transform} Description` } },
        { name: "PatternType", assumed: true, value: { kind: "item", item: `${transform} Pattern Type` } },
        {
          name: "PatternString",
          required: true,
          assumed: true,
          value: { kind: "item", item: `${transform} Pattern String` },
        },
        { name: "PatternBehavior", assumed: true, value: { kind: "item", item: `${transform} Pattern Behavior` } },
        { name: "ReplaceString", assumed: true, value: { kind: "item", item: `${transform} Pattern Replace` } },
        { name: "State", assumed: true, value: { kind: "item", item: `${transform} State` } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/defaultlinks",
    methods: ["POST"],
    category: "common",
    since: "X8.9",
    sources: ["RG89", "RG810", "AG150-IF"],
    noun: "Default links",
    served: { kind: "part", part: "default links", members: [] },
  },
];
