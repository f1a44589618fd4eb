import { unlinkChanges } from "../bandwidth/links.ts";
import type { RowCommands } from "../../configuration/row-commands.ts";
import { linksOfNewNode } from "./node-links.ts";

/** Subzones bring their links along. */
export const subzoneRows: RowCommands = {
  list: "Zones LocalZone SubZones SubZone",
  add: "SubZoneAdd",
  remove: "SubZoneDelete",
  idArgument: "SubZoneId",
  items: {
    SubZoneName: "Name",
    TotalMode: "Bandwidth Total Mode",
    Total: "Bandwidth Total Limit",
    PerCallInterMode: "Bandwidth PerCall Inter Mode",
    PerCallInter: "Bandwidth PerCall Inter Limit",
    PerCallIntraMode: "Bandwidth PerCall Intra Mode",
    PerCallIntra: "Bandwidth PerCall Intra Limit",
  },
  alsoOnAdd: (configuration, index, { SubZoneName: name = "" }) =>
    linksOfNewNode(configuration, { kind: "SubZone", index, name }, false),
  alsoOnDelete: (configuration, index) =>
    unlinkChanges(configuration, configuration.read(`Zones LocalZone SubZones SubZone ${index} Name`) ?? ""),
};

export const membershipRuleRows: RowCommands = {
  list: "Zones LocalZone SubZones MembershipRules Rule",
  add: "SubZoneMembershipRuleAdd",
  remove: "SubZoneMembershipRuleDelete",
  idArgument: "SubZoneMembershipRuleId",
  items: { Name: "Name", Type: "Type", SubZoneName: "SubZoneName", Description: "Description" },
};

export const searchRuleRows: RowCommands = {
  list: "Zones Policy SearchRules Rule",
  add: "SearchRuleAdd",
  remove: "SearchRuleDelete",
  idArgument: "SearchRuleId",
  items: { Name: "Name", ZoneName: "Target Name", Description: "Description" },
};

export const transformRows: RowCommands = {
  list: "Transform",
  add: "TransformAdd",
  remove: "TransformDelete",
  idArgument: "TransformId",
  items: {
    Pattern: "Pattern String",
    Type: "Pattern Type",
    Behavior: "Pattern Behavior",
    Replace: "Pattern Replace",
    Priority: "Priority",
    Description: "Description",
    State: "State",
  },
};

/** `Edge` is what later releases tell apart as Edgesip and Edgexmpp; X8.1 has no XMPP federation. */
export const domainRows: RowCommands = {
  list: "SIP Domain",
  add: "DomainAdd",
  remove: "DomainDelete",
  idArgument: "DomainId",
  items: { Name: "Name", Edgesip: "Edge", Sip: "Sip" },
  withoutItem: { Edgexmpp: "Off", Xmppfederation: "Off" },
};

export const policyServiceRows: RowCommands = {
  list: "Policy Services Service",
  add: "PolicyServiceAdd",
  remove: "PolicyServiceDelete",
  idArgument: "PolicyServiceId",
  items: {
    Name: "Name",
    Description: "Description",
    Protocol: "Protocol",
    Verify: "TLS Verify Mode",
    CRLCheck: "TLS CRLCheck Mode",
    Address: "Server 1 Address",
    Path: "Path",
    StatusPath: "Status Path",
    UserName: "UserName",
    Password: "Password",
    DefaultCPL: "DefaultCPL",
  },
};

export const defaultZoneAccessRuleRows: RowCommands = {
  list: "Zones DefaultZone AccessRules Rule",
  add: "DefaultZoneAccessRuleAdd",
  remove: "DefaultZoneAccessRuleDelete",
  idArgument: "DefaultZoneAccessRuleId",
  items: {
    Name: "Name",
    PatternString: "Pattern String",
    PatternType: "Pattern Type",
    Priority: "Priority",
    Action: "Action",
  },
};

/** The lists about routing, but for the zones. */
export const routingRows: readonly RowCommands[] = [
  subzoneRows,
  membershipRuleRows,
  searchRuleRows,
  transformRows,
  domainRows,
  policyServiceRows,
  defaultZoneAccessRuleRows,
];
