import type { StatusElement } from "./types.ts";

/** One thing that feedback can be registered for: `xFeedback register`, `xCommand FeedbackRegister`. */
export interface FeedbackExpression {
  /** As it is registered, without the slash that the product puts before it. */
  readonly path: string;
  readonly tells: string;
  /** Where the name was read. */
  readonly source: string;
  /** A node of the status tree: it is told of whenever it changes. */
  readonly node?: string;
  /** What an event holds. An expression with neither a node nor this is taken, and nothing is ever told of it. */
  readonly holds?: readonly StatusElement[];
}

const commandReference = "VCS command reference, FeedbackRegister";

/** What is told of a call; names of the call history, which are those of the predecessor's call record. */
const call = {
  name: "Call",
  index: "[1..1]",
  children: [
    { name: "SerialNumber", type: "string", presentWhen: "the call was connected" },
    { name: "Tag", type: "string" },
    { name: "CallType", type: "enum", values: ["Traversal", "NonTraversal"], presentWhen: "the call was connected" },
    { name: "Protocol", type: "enum", values: ["H323", "SIP"] },
    { name: "Bandwidth", type: "integer", presentWhen: "the call was connected" },
    { name: "SourceAlias", type: "string" },
    { name: "DestinationAlias", type: "string" },
    { name: "StartTime", type: "string", presentWhen: "the call was connected" },
    { name: "Duration", type: "integer", presentWhen: "the call is over" },
    { name: "DisconnectCause", type: "string", presentWhen: "the call is over or was refused" },
  ],
} as const satisfies StatusElement;

const registration = {
  name: "Registration",
  index: "[1..1]",
  children: [
    { name: "SerialNumber", type: "string", presentWhen: "the registration was accepted" },
    { name: "Protocol", type: "enum", values: ["H323", "SIP"] },
    { name: "Node", type: "string", presentWhen: "the registration was accepted" },
    { name: "Alias", type: "string" },
    { name: "Address", type: "string" },
    { name: "Reason", type: "string", presentWhen: "the registration was refused" },
  ],
} as const satisfies StatusElement;

const locate = [
  { name: "Tag", type: "string" },
  { name: "Alias", type: "string" },
  { name: "Protocol", type: "enum", values: ["H323", "SIP"] },
  { name: "Found", type: "boolean" },
  { name: "Zone", type: "string", presentWhen: "Found is True" },
  { name: "Address", type: "string", presentWhen: "a system outside has answered" },
  { name: "Reason", type: "string", presentWhen: "Found is False" },
] as const satisfies readonly StatusElement[];

const authenticationFailure = [
  { name: "Service", type: "string" },
  { name: "Address", type: "string" },
  { name: "Reason", type: "string" },
] as const satisfies readonly StatusElement[];

const status = (node: string, tells: string) =>
  ({ path: `Status/${node}`, tells, source: commandReference, node }) as const;

const event = <const Name extends string, const More extends Partial<FeedbackExpression>>(
  name: Name,
  tells: string,
  more: More,
) => ({ path: `Event/${name}`, tells, source: commandReference, ...more }) as const;

/**
 * All that feedback can be registered for. Names have a source; what an event holds is assumed from the call record of the
 * predecessor and from the status tree.
 */
export const feedbackExpressions = [
  status("Ethernet", "A LAN port."),
  status("NTP", "Time synchronization."),
  status("LDAP", "The connection to an LDAP server."),
  status("Feedback", "The registrations of management servers for feedback."),
  status("ExternalManager", "The connection to the external manager."),
  status("Calls", "The calls in progress."),
  status("Registrations", "The registrations."),
  status("Zones", "Zones, their systems and the calls through them."),
  { ...status("Warnings", "The alarms that stand."), source: "xStatus Feedback of X7.2.1" },
  event("CallAttempt", "Somebody wants to make a call.", { holds: [call] }),
  event("CallConnected", "A call is connected.", { holds: [call] }),
  event("CallDisconnected", "A call is over.", { holds: [call] }),
  event("CallFailure", "A call was refused.", { holds: [call] }),
  event("RegistrationAdded", "An endpoint has registered.", { holds: [registration] }),
  event("RegistrationRemoved", "A registration is over.", { holds: [registration] }),
  event("RegistrationFailure", "A registration was refused.", { holds: [registration] }),
  event("RegistrationChanged", "A registration has changed.", {}),
  event("Bandwidth", "A call in progress has got another bandwidth.", { holds: [call] }),
  event("Locate", "A search by xCommand Locate or the Locate page is over.", { holds: locate }),
  event("ResourceUsage", "Calls, registrations or relays are more or fewer.", { node: "ResourceUsage" }),
  event("AuthenticationFailure", "A client had wrong credentials.", { holds: authenticationFailure }),
] as const satisfies readonly FeedbackExpression[];

type EventPath = Extract<(typeof feedbackExpressions)[number], { readonly holds: readonly StatusElement[] }>["path"];

/** The events that parts of a peer tell of: `CallConnected`. */
export type EventName = EventPath extends `Event/${infer Name}` ? Name : never;
