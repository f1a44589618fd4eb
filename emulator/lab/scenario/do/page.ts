import { Type, type Static } from "typebox";
import type { Filled } from "../drivers/web-operator.ts";
import { peerAction } from "../kinds.ts";
import { asList, linesMember, scalarMember, textMember } from "../members.ts";

const fillMember = Type.Record(
  Type.String(),
  Type.Union([scalarMember, Type.Record(Type.String(), scalarMember)], {
    description: "a value, or, below the name of a section of the page, fields with their values",
  }),
  { description: "fields by label with their values" },
);

/** Work on a page of the web interface. */
export const page = peerAction({
  key: "page",
  alsoKnownBy: ["press", "fill"],
  about:
    "Opens a page of the web interface by its menu path, fills in fields, presses a button. The page has to say Success, or lead on. Without page it goes on where the last entry for the peer ended.",
  example: "{ peer: expe2, page: System > Clustering, fill: { Cluster name: cluster.lab.example.com } }",
  members: {
    page: Type.Optional(textMember("the path through the menus, or an address that begins with /")),
    fill: Type.Optional(fillMember),
    tick: Type.Optional(linesMember("a text in each row of the list whose check box is set")),
    press: Type.Optional(textMember("the button or link; Save unless told, where something is filled in or ticked")),
    confirm: Type.Optional(Type.Enum(["OK", "Cancel"])),
  },
  mistake: ({ fill, tick, press, confirm }) =>
    confirm !== undefined && press === undefined && fill === undefined && tick === undefined
      ? { path: ["confirm"], reason: "confirm answers a question, and nothing is pressed", atKey: true }
      : undefined,
  perform: (entry, peer) =>
    peer.browse(async (operator) => {
      const { fill = {}, tick = [], press, confirm } = entry;
      const opened = entry.page === undefined ? undefined : await operator.open(entry.page);
      if (opened && press === undefined && entry.fill === undefined && entry.tick === undefined)
        return { ok: entry.page === opened.place || entry.page === opened.url, text: opened.text };
      return operator.handle({ fill: filledFields(fill), tick: asList(tick), press: press ?? "Save", confirm });
    }),
});

function filledFields(fill: Static<typeof fillMember>): Filled[] {
  return Object.entries(fill).flatMap(([label, value]): Filled[] =>
    typeof value === "object"
      ? Object.entries(value).map(([inner, text]) => ({ section: label, label: inner, value: String(text) }))
      : [{ label, value: String(value) }],
  );
}
