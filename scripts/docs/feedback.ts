import { feedbackExpressions, type FeedbackExpression } from "../../emulator/model/feedback-expressions.ts";
import type { StatusElement } from "../../emulator/model/types.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { MOST_EXPRESSIONS } from "../../emulator/peer/monitoring/feedback/expressions.ts";
import { GENERATED, table } from "./markdown.ts";

/** `docs/reference/feedback.md`. `device` is a peer as unpacked. */
export function feedbackPage(device: Device): string {
  const rows = feedbackExpressions.map((row: FeedbackExpression) => [
    `\`${row.path}\``,
    row.tells,
    holds(row, device),
    row.source,
  ]);
  return [
    `# Feedback\n\n${GENERATED}`,
    "A peer tells of events and of changes of its status while somebody has registered for them. An expression is a path of the table in any case, or the beginning of paths: `Status`, `Event`. A slash before it may be left out.\n",
    "## In a shell\n",
    "```",
    "xFeedback register Event/CallConnected",
    "xFeedback list",
    "xFeedback deregister 1        # 0 for all",
    "```\n",
    `Notifications are printed as they come, also above a line that is being typed: an event from \`*e <Name>:\` to \`*e/end\`, a part of the status as \`xStatus\` prints it. A shell registers ${MOST_EXPRESSIONS} expressions, which are lost at log-out.\n`,
    "## By HTTP\n",
    "```",
    'xCommand FeedbackRegister ID: 3 URL: "http://192.0.2.7/tms/feedback" Expression.1: "Event/CallConnected" Expression.2: "Status/Warnings"',
    "xStatus Feedback",
    "xCommand FeedbackDeregister ID: 3",
    "```\n",
    "Each notification is posted as an XML document, `<Event>` or `<Status>`, in order, one at a time. Registrations outlive a restart. One that is not answered with 2xx within ten seconds is sent again after ten seconds, three times in all; then the Event Log tells of it and the next one follows. A hundred wait for a server; what waits is lost with a restart. URLs with `https` are not emulated. Real servers outside of the lab are reached at the port that the URL says.\n",
    "## Expressions\n",
    table(["Expression", "Tells of", "Holds", "Source of the name"], rows),
    "",
  ].join("\n");
}

function holds({ node, holds: elements }: FeedbackExpression, device: Device): string {
  if (elements) return names(elements);
  if (node !== undefined && device.status.values(node) !== undefined) return `\`xStatus ${node}\``;
  return "not implemented by the emulator: taken, counted, never told of";
}

const names = (elements: readonly StatusElement[]): string =>
  elements.map(({ name, children }) => (children ? `${name}: ${names(children)}` : name)).join(", ");
