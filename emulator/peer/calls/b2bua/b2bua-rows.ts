import type { RowCommands } from "../../configuration/row-commands.ts";

const LYNC = "Applications B2BUA MicrosoftLync";

/** Systems that the B2BUA takes messages from. */
export const trustedHostRows: RowCommands = {
  list: `${LYNC} TrustedHost`,
  add: "B2BUATrustedHostAdd",
  remove: "B2BUATrustedHostDelete",
  idArgument: "TrustedHostId",
  items: { Name: "Name", Address: "Address", Type: "Type" },
};

export const transcoderRows: RowCommands = {
  list: `${LYNC} Transcoder`,
  add: "B2BUATranscoderAdd",
  remove: "B2BUATranscoderDelete",
  idArgument: "TranscoderId",
  items: { Address: "Address", Port: "Port" },
};

/** Which calls go through a transcoder. */
export const transcoderPolicyRuleRows: RowCommands = {
  list: `${LYNC} Transcoders PolicyRule`,
  add: "B2BUATranscoderPolicyRuleAdd",
  remove: "B2BUATranscoderPolicyRuleDelete",
  idArgument: "TranscoderPolicyRuleId",
  items: {
    Name: "Name",
    PatternString: "Pattern String",
    PatternType: "Pattern Type",
    Priority: "Priority",
    Action: "Action",
  },
};

/** TURN servers that Lync calls are offered. */
export const turnServerRows: RowCommands = {
  list: "Applications B2BUA TURN Server",
  add: "B2BUATURNServerAdd",
  remove: "B2BUATURNServerDelete",
  idArgument: "TURNServerId",
  items: { Address: "Address", Port: "Port" },
};

export const b2buaRows: readonly RowCommands[] = [
  trustedHostRows,
  transcoderRows,
  transcoderPolicyRuleRows,
  turnServerRows,
];
