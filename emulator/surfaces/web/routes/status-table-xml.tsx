import type { FastifyInstance } from "fastify";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Count } from "../../../peer/calls/call/counter.ts";
import type { Device } from "../../../peer/device.ts";
import { licenseFigures, percentOf } from "../../documents/license-figures.ts";
import type { Sessions } from "../../https/sessions.ts";
import { shownTime } from "../tables/peer-names.ts";
import { traversalLicense } from "../tables/resource-usage.ts";
import { requireSession } from "./page-routes.tsx";

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
  const { counters } = device.calls;
  const traversal = (count: keyof Count): Section["items"] =>
    (["video", "audio"] as const).map((media) => [
      `${countNames[count]} ${media}${media === "audio" ? " (SIP)" : ""}`,
      String(counters.calls("traversal", media)[count]),
    ]);
  return [
    {
      title: "Non-traversal calls",
      link: "calls?licensed_as_traversal=false",
      items: [...counted(counters.calls("nonTraversal")), ...licensed(device, "non-traversal call")],
    },
    {
      title: "Traversal calls",
      link: "calls?licensed_as_traversal=true",
      items: [
        ...traversal("Current"),
        ...traversal("Max"),
        ...traversal("Total"),
        ...licensed(device, traversalLicense(device)),
      ],
    },
    {
      title: "Registrations",
      link: "registrations",
      items: [...counted(device.registrations.counter.values), ...licensed(device, "registration")],
    },
    {
      title: "TURN relays",
      link: "turnrelayusage",
      items: [...counted(device.turn.count), ...licensed(device, "TURN relay")],
    },
  ];
}

const countNames: Readonly<Record<keyof Count, string>> = {
  Current: "Current",
  Max: "Peak",
  Total: "Since last restart",
};

const counted = (count: Count): Section["items"] =>
  (["Current", "Max", "Total"] as const).map((which) => [countNames[which], String(count[which])]);

function licensed(device: Device, kind: LicenseKind): Section["items"] {
  const { own = 0, peak = 0, pool = 0 } = licenseFigures(device, kind) ?? {};
  return [
    ["License usage current", percentOf(own, pool)],
    ["License usage peak", percentOf(peak, pool)],
  ];
}
