import type { FidelityNote } from "./note.ts";

export const programsNotes: readonly FidelityNote[] = [
  {
    topic: "REST: /api/management/status",
    product: "Tables of the whole cluster in one answer (X8.11)",
    twin: "Alarms and calls of the whole cluster, resource usage, registrations and licenses of the peer that is asked; 501 for everything else",
    kind: "assumed",
  },
  {
    topic: "REST: /api/provisioning",
    product:
      "From X8.8 on, not in X8.1; most names of members, the status of refusals and the frame of lists are not published",
    twin: "The paths of later releases over the configuration of X8.1, by the code of the CLI; names that no source gives are ours, after the labels of the pages. Refused: 400, 403, 404, 405 with a Message; created: 201; lists: an array. What X8.1 or the twin has nothing for: 501 with the reason, and counted. On a subordinate a change is taken and the next copy undoes it. No header against cross-site requests is asked for, as before X14.2",
    kind: "assumed",
  },
  {
    topic: "Feedback in a shell (`xFeedback`)",
    product:
      "Expressions of the command reference; prefixes of lines, limits and what an event holds are not published",
    twin: "`*e` and `*s`; events hold what the call history and the status know; 15 expressions a shell, as on kin of the product, and no limit for all shells together. A status is told of whole when more of it has changed than what changes as time passes",
    kind: "assumed",
  },
  {
    topic: "Feedback to a management server",
    product:
      "XML posted by HTTP or HTTPS; headers, identification, tries and what happens to a silent server are not published",
    twin: "A document as `/status.xml` writes it, without a block that identifies the sender; three tries ten seconds apart, then the Event Log tells of it and the server stays registered. Without an ID the lowest free place is taken, and the answer tells it. Over HTTPS the certificate of the server is judged as that of the external manager is (certificate verification mode, the peer's CA certificates); a certificate on a revocation list that the peer has is refused, a list that it has not is not missed",
    kind: "assumed",
  },
  {
    topic: "Events of feedback",
    product: "Names only",
    twin: "Bandwidth: a call in progress was downspeeded. AuthenticationFailure: wrong credentials for TURN. Locate: the result of `xCommand Locate`. RegistrationChanged and Status/LDAP are taken and never told of, which the answer says",
    kind: "assumed",
  },
  {
    topic: "ZoneList, CheckBandwidth, FindRegistration",
    product:
      "Tell the zones of an alias by priority, the route and status between two nodes, the registration of an alias; their layout is not published",
    twin: "Answered from the dial plan, the links and the registrations of the peer, asking and taking nothing. ZoneList takes the rules of both protocols, for a search from the Local Zone; FindRegistration prints what xStatus Registrations does",
    kind: "assumed",
  },
  {
    topic: "DNSLookup",
    product: "The query tool of the DNS lookup page; the layout of the command is not published",
    twin: "Asks the peer's DNS servers, or those of the name's domain, and tells every record in the columns of the page of later releases. Names without a service are tried with the ten prefixes of the administrator guide; of a name that begins with a service, All asks for SRV alone, as in the guide; IPv6 addresses are not looked up",
    kind: "assumed",
  },
  {
    topic: "WarningRaise, WarningLower, WarningAcknowledge",
    product: "Names and arguments only",
    twin: "An alarm that an operator raised stands until an operator lowers it, or a restart; the text stands in the places of its description. One that follows a condition cannot be lowered while the condition holds",
    kind: "assumed",
  },
  {
    topic: "ClearAllStatus",
    product: "Wipes status and history",
    twin: "Empties the histories of calls, registrations and searches of the peer, and what the other peers list of its past calls; what goes on stays",
    kind: "assumed",
  },
  {
    topic: "Add and Delete commands of servers with fixed places",
    product: "Names and arguments only; Index 0 to 5",
    twin: "The first free place, or the one that Index names while it is free; the same server twice is refused. A Delete without the optional Address is refused. Policy services are stored only: nobody is asked",
    kind: "assumed",
  },
];
