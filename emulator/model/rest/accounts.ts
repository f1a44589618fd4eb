import type { RestMember, RestResource } from "./resource.ts";
import { enabledDisabled, yesNo } from "./spellings.ts";

const account = "Authentication Account Admin Account [1..1000]";

const credentialMembers: readonly RestMember[] = [
  { name: "Name", required: true, value: { kind: "item", item: "Authentication Credential [1..2500] Name" } },
  {
    name: "Password",
    required: true,
    asNew: true,
    value: { kind: "item", item: "Authentication Credential [1..2500] Password" },
  },
];

/** Administrators, and the local authentication database. */
export const accountResources: readonly RestResource[] = [
  {
    path: "/api/provisioning/common/adminaccount/configuration",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.10",
    sources: ["RG810"],
    noun: "Administrator account",
    methodsAssumed: true,
    served: {
      kind: "rows",
      list: "Authentication Account Admin Account",
      key: "Name",
      members: [
        { name: "Name", required: true, assumed: true, value: { kind: "item", item: `${account} Name` } },
        { name: "AccessLevel", assumed: true, value: { kind: "item", item: `${account} AccessLevel` } },
        {
          name: "Password",
          required: true,
          asNew: true,
          assumed: true,
          value: { kind: "item", item: `${account} Password` },
        },
        { name: "WebAccess", assumed: true, value: { kind: "item", item: `${account} AccessWeb`, words: yesNo } },
        { name: "APIAccess", assumed: true, value: { kind: "item", item: `${account} AccessAPI`, words: yesNo } },
        { name: "State", assumed: true, value: { kind: "item", item: `${account} Enabled`, words: enabledDisabled } },
      ],
    },
  },
  {
    path: "/api/provisioning/common/adminaccount/changepassword",
    methods: ["PUT"],
    category: "common",
    since: "X8.10",
    sources: ["SG20", "RG810"],
    noun: "Password",
    methodsAssumed: true,
    served: {
      kind: "part",
      part: "password change",
      members: [
        { name: "Name", type: "string", assumed: true },
        { name: "CurrentPassword", type: "string", assumed: true },
        { name: "NewPassword", type: "string", assumed: true },
      ],
    },
  },
  {
    path: "/api/provisioning/common/credential",
    methods: ["GET", "POST", "PUT", "DELETE"],
    category: "common",
    since: "X8.9",
    sources: ["RG88", "RG89", "RG810"],
    noun: "Credential",
    served: {
      kind: "rows",
      list: "Authentication Credential",
      key: "Name",
      members: credentialMembers,
      namesOnly: true,
    },
  },
  {
    path: "/api/provisioning/edge/credential",
    methods: ["GET", "POST", "PUT"],
    category: "edge",
    since: "X8.8, not later",
    sources: ["RG88"],
    noun: "Credential",
    served: {
      kind: "rows",
      list: "Authentication Credential",
      key: "Name",
      members: credentialMembers,
      namesOnly: true,
    },
  },
];
