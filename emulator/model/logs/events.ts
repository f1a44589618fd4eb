/** 1 is written always; 4 only while the local event log verbosity is 4. */
export type EventLevel = 1 | 2 | 3 | 4;

/** Severities of syslog (RFC 5424) that events have. */
export type EventSeverity = "alert" | "error" | "warning" | "informational";

export type EventColour = "green" | "orange" | "purple" | "red";

/** One name of an event. The logs take no other. */
export interface EventType {
  readonly name: string;
  readonly level: EventLevel;
  /** What it tells of, a sentence without a full stop. */
  readonly tells: string;
  /** How bad it is for a syslog server, where that is not informational. No source tells the severities. */
  readonly severity?: EventSeverity;
  /** Of its lines on the pages (Administrator Guide, "Event Log color coding"). */
  readonly colour?: EventColour;
  /** Its lines stand in the Configuration Log as well. */
  readonly inConfigurationLog?: true;
  /** What it tells of does not happen here, so nothing writes it. */
  readonly unwritten?: true;
  /** A name of the twin's own: no source has one for what happens. */
  readonly assumed?: true;
}

/** Names and levels: Administrator Guide, "Events and levels". */
export const eventTypes = [
  {
    name: "Admin Session Finish",
    level: 1,
    colour: "green",
    tells: "An administrator has logged out, or was logged out",
  },
  { name: "Admin Session Login Failure", level: 1, severity: "warning", tells: "Somebody could not log in" },
  { name: "Admin Session Start", level: 1, colour: "green", tells: "An administrator has logged in" },
  { name: "Alarm Acknowledged", level: 1, severity: "warning", tells: "An administrator has acknowledged an alarm" },
  { name: "Alarm Lowered", level: 1, severity: "warning", tells: "An alarm was lowered" },
  { name: "Alarm Raised", level: 1, severity: "warning", tells: "An alarm was raised" },
  { name: "Application Exit", level: 1, tells: "The application has ended" },
  {
    name: "Application Failed",
    level: 1,
    severity: "error",
    colour: "red",
    tells: "The application has failed",
  },
  { name: "Application Start", level: 1, tells: "The application has started" },
  {
    name: "Application Warning",
    level: 1,
    severity: "warning",
    unwritten: true,
    tells: "The application goes on after something unexpected",
  },
  {
    name: "Authorization Failure",
    level: 1,
    severity: "warning",
    colour: "red",
    tells: "A user or device gave wrong credentials, or has no right to what it asks for",
  },
  { name: "Beginning System Backup", level: 1, tells: "A backup has begun" },
  { name: "Beginning System Restore", level: 1, colour: "green", tells: "A restore has begun" },
  { name: "Call Answer Attempted", level: 1, unwritten: true, tells: "Somebody tries to answer a call" },
  { name: "Call Attempted", level: 1, tells: "Somebody wants to make a call" },
  { name: "Call Bandwidth Changed", level: 1, tells: "A call in progress has got another bandwidth" },
  { name: "Call Connected", level: 1, colour: "green", tells: "A call is connected" },
  { name: "Call Disconnected", level: 1, tells: "A call is over" },
  { name: "Call Diverted", level: 1, unwritten: true, tells: "A call was diverted" },
  { name: "Call Inactivity Timer", level: 1, unwritten: true, tells: "A call is over because nothing was heard of it" },
  { name: "Call Rejected", level: 1, severity: "warning", colour: "red", tells: "A call was refused" },
  { name: "Call Rerouted", level: 1, unwritten: true, tells: "This peer no longer takes the signaling of a call" },
  {
    name: "Certificate Management",
    level: 1,
    tells: "Certificates, a signing request or revocation lists were changed",
  },
  { name: "Completed System Backup", level: 1, tells: "A backup is made" },
  { name: "Completed System Restore", level: 1, colour: "green", tells: "A backup is restored" },
  { name: "Configlog Cleared", level: 1, unwritten: true, tells: "Somebody has cleared the Configuration Log" },
  {
    name: "Configuration Synchronized",
    level: 1,
    assumed: true,
    tells: "A copy from the primary has changed the configuration",
  },
  {
    name: "Database Purged",
    level: 1,
    severity: "warning",
    assumed: true,
    tells: "The cluster database was destroyed and made anew",
  },
  { name: "Decode Error", level: 1, severity: "warning", colour: "red", tells: "A message was not understood" },
  {
    name: "Diagnostic Logging",
    level: 1,
    colour: "purple",
    tells: "Diagnostic logging was started or stopped",
  },
  { name: "Eventlog Cleared", level: 1, unwritten: true, tells: "Somebody has cleared the Event Log" },
  {
    name: "External Server Communications Failure",
    level: 1,
    severity: "error",
    colour: "red",
    tells: "A server outside does not answer, or refuses",
  },
  { name: "Factory Reset", level: 1, severity: "warning", assumed: true, tells: "The peer is as it was unpacked" },
  {
    name: "Factory Reset Requested",
    level: 1,
    severity: "warning",
    assumed: true,
    tells: "Somebody has asked for a factory reset",
  },
  {
    name: "File Refused",
    level: 1,
    severity: "warning",
    assumed: true,
    tells: "Root has written a file that was not taken",
  },
  { name: "File Written", level: 1, assumed: true, tells: "Root has written a file" },
  {
    name: "Hardware Failure",
    level: 1,
    severity: "error",
    tells: "There is something wrong with the hardware",
  },
  {
    name: "Intrusion Protection Blocking",
    level: 1,
    severity: "warning",
    colour: "red",
    tells: "An address is blocked",
  },
  {
    name: "Intrusion Protection Unblocking",
    level: 1,
    colour: "orange",
    tells: "An address is no longer blocked",
  },
  {
    name: "License Limit Reached",
    level: 1,
    severity: "warning",
    colour: "red",
    tells: "There is no license left for what was asked",
  },
  { name: "Listening", level: 3, assumed: true, tells: "A port was opened" },
  { name: "Message Rejected", level: 1, severity: "warning", tells: "A message was understood and refused" },
  { name: "Operator Call Disconnect", level: 1, tells: "An administrator has ended a call" },
  {
    name: "Outbound TLS Negotiation Error",
    level: 1,
    severity: "error",
    colour: "red",
    tells: "No TLS connection could be made",
  },
  { name: "Package Install", level: 2, unwritten: true, tells: "A package was installed" },
  { name: "Policy Change", level: 1, tells: "A policy file was changed" },
  { name: "Provisioning", level: 1, unwritten: true, tells: "A provisioning server has sent something" },
  {
    name: "RAS Message Received",
    level: 2,
    tells: "A message came in over H.225.0 RAS; at level 3 when it is from a peer of the cluster",
  },
  {
    name: "RAS Message Sent",
    level: 2,
    tells: "A message was sent over H.225.0 RAS; at level 3 when it is to a peer of the cluster",
  },
  { name: "Reboot Requested", level: 1, tells: "Somebody has asked for a reboot" },
  { name: "Registration Accepted", level: 1, tells: "An endpoint is registered" },
  { name: "Registration Refresh Accepted", level: 3, tells: "An endpoint stays registered" },
  {
    name: "Registration Refresh Rejected",
    level: 3,
    severity: "warning",
    colour: "red",
    unwritten: true,
    tells: "A registration was not refreshed",
  },
  { name: "Registration Refresh Requested", level: 3, tells: "An endpoint wants to stay registered" },
  {
    name: "Registration Rejected",
    level: 1,
    severity: "warning",
    colour: "red",
    tells: "An endpoint may not register",
  },
  { name: "Registration Removed", level: 1, tells: "An endpoint is no longer registered" },
  { name: "Registration Requested", level: 1, tells: "An endpoint wants to register" },
  { name: "Relay Allocated", level: 2, tells: "A TURN client has got a relay" },
  { name: "Relay Deleted", level: 2, tells: "A TURN client has given its relay back" },
  { name: "Relay Expired", level: 2, tells: "A TURN relay was not refreshed in time" },
  {
    name: "Request Failed",
    level: 1,
    severity: "error",
    colour: "red",
    unwritten: true,
    tells: "A request to another system has failed",
  },
  { name: "Request Received", level: 2, unwritten: true, tells: "A SIP request came in" },
  { name: "Request Sent", level: 2, unwritten: true, tells: "A SIP request was sent" },
  {
    name: "Request Successful",
    level: 1,
    colour: "green",
    unwritten: true,
    tells: "A request to another system was done",
  },
  { name: "Response Received", level: 2, unwritten: true, tells: "A SIP response came in" },
  { name: "Response Sent", level: 3, tells: "A TURN request was answered" },
  { name: "Restart Requested", level: 1, tells: "Somebody has asked for a restart" },
  { name: "Search Attempted", level: 1, tells: "A search has begun" },
  { name: "Search Cancelled", level: 1, unwritten: true, tells: "A search was cancelled" },
  { name: "Search Completed", level: 1, tells: "A search is over" },
  { name: "Search Loop detected", level: 2, severity: "warning", unwritten: true, tells: "A search has come back" },
  { name: "Secure mode disabled", level: 1, unwritten: true, tells: "Advanced account security is off" },
  { name: "Secure mode enabled", level: 1, unwritten: true, tells: "Advanced account security is on" },
  {
    name: "Security Alert",
    level: 1,
    severity: "alert",
    colour: "red",
    tells: "An attack may be going on",
  },
  { name: "SIP Message Received", level: 4, unwritten: true, tells: "A SIP message came in" },
  { name: "SIP Message Sent", level: 4, unwritten: true, tells: "A SIP message was sent" },
  { name: "System Backup Error", level: 1, severity: "error", colour: "red", tells: "A backup could not be made" },
  {
    name: "System Configuration Changed",
    level: 1,
    inConfigurationLog: true,
    tells: "An item of the configuration has another value",
  },
  { name: "System Restore Error", level: 1, severity: "error", colour: "red", tells: "A backup could not be restored" },
  { name: "System Shutdown", level: 1, colour: "orange", tells: "The system goes down" },
  { name: "System Start", level: 1, colour: "green", tells: "The system has started" },
  {
    name: "TLS Negotiation Error",
    level: 1,
    severity: "error",
    colour: "red",
    tells: "No TLS connection came about",
  },
  { name: "Upgrade", level: 1, tells: "Software is installed, or could not be" },
] as const satisfies readonly EventType[];

export type EventName = (typeof eventTypes)[number]["name"];

/** Lines that have a colour for what their `Detail` says (Administrator Guide, "Event Log color coding"). */
export const colouredDetails: readonly { readonly pattern: RegExp; readonly colour: EventColour }[] = [
  { pattern: / Detail="Installation of [^"]* succeeded"/, colour: "green" },
];
