import { Type, type Static } from "typebox";
import { StepError } from "../drivers/step-error.ts";
import type { PeerSession } from "../drivers/peer-session.ts";
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
    upload: Type.Optional(
      Type.Record(Type.String(), textMember("the name under which the file was kept"), {
        description: "files by the label of the field that takes them",
      }),
    ),
    save: Type.Optional(textMember("the name under which the file that comes is kept")),
    tick: Type.Optional(linesMember("a text in each row of the list whose check box is set")),
    press: Type.Optional(textMember("the button or link; by default Save, where something is filled in or ticked")),
    confirm: Type.Optional(Type.Enum(["OK", "Cancel"])),
  },
  mistake: ({ fill, tick, press, confirm }) =>
    confirm !== undefined && press === undefined && fill === undefined && tick === undefined
      ? { path: ["confirm"], reason: "confirm answers a question, and nothing is pressed", atKey: true }
      : undefined,
  perform: (entry, peer) =>
    peer.browse(async (operator) => {
      const { fill = {}, upload = {}, tick = [], press, confirm, save } = entry;
      const opened = entry.page === undefined ? undefined : await operator.open(entry.page);
      if (opened && press === undefined && entry.fill === undefined && entry.tick === undefined)
        return { ok: entry.page === opened.place || entry.page === opened.url, text: opened.text };
      const kept = { came: false };
      const reply = await operator.handle({
        fill: [...filledFields(fill), ...chosenFiles(upload, peer)],
        tick: asList(tick),
        press: press ?? "Save",
        confirm,
        keep: (file) => {
          kept.came = true;
          if (save !== undefined) peer.files.set(save, file);
        },
      });
      return save === undefined || kept.came || !reply.ok ? reply : { ok: false, text: `no file came: ${reply.text}` };
    }),
});

function chosenFiles(upload: Readonly<Record<string, string>>, { files }: PeerSession): Filled[] {
  return Object.entries(upload).map(([label, name]) => {
    const value = files.get(name);
    if (!value)
      throw new StepError(`no file is kept as "${name}"; there are: ${[...files.keys()].join(", ") || "none"}`);
    return { label, value };
  });
}

function filledFields(fill: Static<typeof fillMember>): Filled[] {
  return Object.entries(fill).flatMap(([label, value]): Filled[] =>
    typeof value === "object"
      ? Object.entries(value).map(([inner, text]) => ({ section: label, label: inner, value: String(text) }))
      : [{ label, value: String(value) }],
  );
}
