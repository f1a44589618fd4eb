/**
 * Every error of the emulator's own, in one table: what happened and what to do. What the emulated product would show
 * its user is data, not one of these.
 */
export const errorTable = {
  ADDRESS_IN_USE: {
    summary: "A program already listens on an address and port that the lab needs.",
    remedy: "End that program, or move the lab with `--port-offset N`.",
  },
  ADDRESS_NOT_LOCAL: {
    summary: "The system has no interface with an address that a peer was given.",
    remedy:
      "On macOS add the loopback address with `sudo ifconfig lo0 alias ADDRESS`; elsewhere give the peer an address of this system.",
  },
  PORT_NOT_PERMITTED: {
    summary: "The user may not bind a port below 1024.",
    remedy:
      "Start the lab with `--port-offset N`, or allow low ports with `sudo sysctl net.ipv4.ip_unprivileged_port_start=0`.",
  },
  TOPOLOGY_INVALID: {
    summary: "The topology file has a mistake.",
    remedy: "Correct the line and column that the message names; it lists the values allowed there.",
  },
  TOPOLOGY_UNREADABLE: {
    summary: "The topology file cannot be read.",
    remedy: "Check the path and its permissions.",
  },
  SCENARIO_INVALID: {
    summary: "The scenario file has a mistake.",
    remedy: "Correct the line and column that the message names; it lists what is allowed there.",
  },
  SCENARIO_UNREADABLE: {
    summary: "The scenario file cannot be read, or there is none at the path.",
    remedy: "Name a scenario.yaml, its folder, or a folder with scenarios below it.",
  },
  OPTION_INVALID: {
    summary: "A command-line option has a value that is not allowed.",
    remedy: "Give one of the values that the message names.",
  },
  LAB_NOT_REACHABLE: {
    summary: "No lab answers at the control address.",
    remedy: "Start one with `xtwin up`, or name another with `--lab URL` or XTWIN_LAB.",
  },
  LAB_REFUSED: {
    summary: "The lab refused a request of the control API.",
    remedy: "The message says which part of the request is wrong.",
  },
  FAULT_INVALID: {
    summary: "A fault has a mistake.",
    remedy: "Correct what the message names; `xtwin fault kinds` lists the kinds of faults and what each takes.",
  },
  FAULT_UNKNOWN: {
    summary: "There is no fault of that number.",
    remedy: "`xtwin fault list` shows the faults with their numbers.",
  },
  SLIP_INVALID: {
    summary: "A slip has a mistake, or the peer has nothing that could be mistyped so.",
    remedy: "Correct what the message names; `xtwin slip kinds` lists the kinds of slips.",
  },
  PEER_UNKNOWN: {
    summary: "The lab has no peer of that name.",
    remedy: "Name one of the peers that the message lists.",
  },
  STORE_UNUSABLE: {
    summary: "A peer's data directory cannot be opened or written.",
    remedy: "Check that the directory exists, is writable and belongs to a release no newer than this one.",
  },
  CONFIGURATION_REFUSED: {
    summary: "A topology gives a peer a configuration that the device would refuse.",
    remedy: "Correct the item that the message names.",
  },
  ALARM_NOT_RAISED: {
    summary: "The alarm that was asked about does not stand on that peer.",
    remedy: "Ask about one of those that the message names.",
  },
  CALL_INVALID: {
    summary: "A call or a load of calls has a member that is not allowed.",
    remedy: "Give one of the values that the message names.",
  },
  CALL_UNKNOWN: {
    summary: "No peer of the lab has a call with that serial number.",
    remedy: "Look at `xtwin call list`; the call may have ended meanwhile.",
  },
  LOAD_UNKNOWN: {
    summary: "No load of calls runs under that number.",
    remedy: "Look at `xtwin call loads`.",
  },
  PEER_DOWN: {
    summary: "The peer that is to do something is down.",
    remedy: "Wait until it has restarted, or power it on.",
  },
} as const satisfies Record<string, { summary: string; remedy: string }>;

export type ErrorCode = keyof typeof errorTable;

/** An operating error: a code of the table, what was seen, and what to do about it. */
export class EmulatorError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, detail: string, options: { cause?: unknown; remedy?: string } = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "EmulatorError";
    this.code = code;
    this.remedy = options.remedy ?? errorTable[code].remedy;
  }
}
