import type { RowCommands } from "../configuration/row-commands.ts";

/** The lists about routing whose rows come and go by a plain Add and Delete. */
export const routingRows: readonly RowCommands[] = [
  {
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
  },
  {
    list: "Zones LocalZone SubZones MembershipRules Rule",
    add: "SubZoneMembershipRuleAdd",
    remove: "SubZoneMembershipRuleDelete",
    idArgument: "SubZoneMembershipRuleId",
    items: { Name: "Name", Type: "Type", SubZoneName: "SubZoneName", Description: "Description" },
  },
  {
    list: "Zones Policy SearchRules Rule",
    add: "SearchRuleAdd",
    remove: "SearchRuleDelete",
    idArgument: "SearchRuleId",
    items: { Name: "Name", ZoneName: "Target Name", Description: "Description" },
  },
  {
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
  },
];
