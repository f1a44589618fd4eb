import type { ComponentChildren } from "preact";
import type { FastifyInstance } from "fastify";
import { renderToString } from "preact-render-to-string";
import type { Device } from "../../peer/device.ts";
import { shownTime } from "./peer-names.ts";
import { requireSession } from "./page-routes.tsx";
import type { Sessions } from "./sessions.ts";
import { statusAt } from "./status-value.ts";

const COLUMNS = 9;

interface Section {
  readonly title: string;
  readonly link: string;
  readonly items: readonly (readonly [item: string, value: string])[];
}

/** The page that programs read use from: an XML table of nine columns, of which three are used. */
export function addStatusTableXmlRoute(app: FastifyInstance, device: Device, sessions: Sessions): void {
  app.get("/statustablexml", async (request, reply) => {
    const session = await requireSession(request, reply, { device, sessions });
    if (!session) return;
    await reply.type("text/xml; charset=utf-8").send(renderToString(<UseTable device={device} />));
  });
}

function UseTable({ device }: { readonly device: Device }) {
  const time = shownTime(device, device.clock.now()).split(" ").slice(1).join(" ");
  return (
    <table>
      <thead>
        <tr>
          <th colSpan={COLUMNS}>{`Resource usage (last updated: ${time})`}</th>
        </tr>
      </thead>
      <tbody>
        <Row cells={[]} />
        {sectionsOf(device).map(({ title, link, items }, place) => (
          <>
            {place > 0 && <Row cells={[]} />}
            {items.map(([item, value], row) => (
              <Row key={item} cells={[row === 0 ? <a href={link}>{title}</a> : "", item, <b>{value}</b>]} />
            ))}
          </>
        ))}
      </tbody>
    </table>
  );
}

function Row({ cells }: { readonly cells: readonly ComponentChildren[] }) {
  return (
    <tr>
      {Array.from({ length: COLUMNS }, (_, column) => (
        <td key={column}>{cells[column]}</td>
      ))}
    </tr>
  );
}

/** Sections and items in the order that programs expect (clients of X8.11 boxes). */
function sectionsOf(device: Device): readonly Section[] {
  const use = (...path: string[]): string => statusAt(device, "ResourceUsage", ...path) || "0";
  const plain = (...path: string[]): Section["items"] => [
    ["Current", use(...path, "Current")],
    ["Peak", use(...path, "Max")],
    ["Since last restart", use(...path, "Total")],
    ["License usage current", "0%"],
    ["License usage peak", "0%"],
  ];
  return [
    {
      title: "Non-traversal calls",
      link: "calls?licensed_as_traversal=false",
      items: plain("Calls", "NonTraversal"),
    },
    {
      title: "Traversal calls",
      link: "calls?licensed_as_traversal=true",
      items: [
        ["Current video", use("Calls", "Traversal", "Current")],
        ["Current audio (SIP)", "0"],
        ["Peak video", use("Calls", "Traversal", "Max")],
        ["Peak audio (SIP)", "0"],
        ["Since last restart video", use("Calls", "Traversal", "Total")],
        ["Since last restart audio (SIP)", "0"],
        ["License usage current", "0%"],
        ["License usage peak", "0%"],
      ],
    },
    { title: "Registrations", link: "registrations", items: plain("Registrations") },
    { title: "TURN relays", link: "turnrelayusage", items: plain("TURN", "Relays") },
  ];
}
