import { restResources } from "../../emulator/model/rest/index.ts";
import type { RestMember, RestResource, RestServed } from "../../emulator/model/rest/resource.ts";
import { restSources } from "../../emulator/model/rest/sources.ts";
import { describeValueSpace } from "../../emulator/peer/configuration/value-space.ts";
import { table } from "./markdown.ts";
import { itemOf } from "./rest-schema.ts";

/** The sections of `docs/reference/rest.md` about resources: each that is served with its members, then all others. */
export function restResourceSections(): string {
  const absent = restResources.flatMap(({ path, methods, since, served, sources }) =>
    served.kind === "absent" ? [[`\`${path}\``, methods.join(" "), since, served.reason, sources.join(", ")]] : [],
  );
  const elsewhere = restResources.flatMap(({ path, served, sources }) =>
    served.kind === "elsewhere" ? [[`\`${path}\``, served.by, sources.join(", ")]] : [],
  );
  return [
    ...restResources.flatMap((resource) => section(resource)),
    "## Answered with 501\n",
    table(["Path", "Methods", "Since", "Why", "Sources"], absent),
    "\n## Answered by another surface or table\n",
    table(["Path", "By", "Sources"], elsewhere),
    "\n## Sources\n",
    table(["Code", "What"], Object.entries(restSources)),
    "",
  ].join("\n");
}

function section(resource: RestResource): string[] {
  const { path, methods, since, sources, served, category, methodsAssumed, noun } = resource;
  if (served.kind === "absent" || served.kind === "elsewhere") return [];
  const told = [
    `${noun}. ${methods.join(", ")}${methodsAssumed ? " (assumed)" : ""}.`,
    category === "controller" ? "Expressway-C and VCS Control only." : "",
    category === "edge" ? "Expressway-E and VCS Expressway only." : "",
    identity(served),
    `Since ${since}; ${sources.join(", ")}.`,
  ].filter(Boolean);
  return [`## ${path}\n`, `${told.join(" ")}\n`, memberTable(served)];
}

function identity(served: RestServed): string {
  if (served.kind === "rows") return `A row is named by \`${served.key}\`; \`New_${served.key}\` in a PUT renames it.`;
  if (served.kind !== "places") return "";
  const wrapper = served.wrapper === undefined ? "" : `, in an object \`${served.wrapper}\``;
  return `A place is named by \`index\`, 1 to ${served.places}${wrapper}.`;
}

function memberTable(served: RestServed): string {
  if (!("members" in served) || served.members.length === 0) return "";
  if (served.kind === "part") {
    const rows = served.members.map(({ name, type, assumed }) => [`\`${name}\``, type, assumed ? "assumed" : ""]);
    return `${table(["Member", "Type", "Name"], rows)}\n`;
  }
  const rows = served.members.map((member) => [`\`${member.name}\``, meaning(member), marks(member)]);
  return `${table(["Member", "Item of the configuration and values", ""], rows)}\n`;
}

function meaning(member: RestMember): string {
  const { value } = member;
  const item = itemOf(member);
  if (value.kind === "fixed") return `always \`${value.value}\`: ${value.reason}`;
  if (value.kind === "absent") return `not there: ${value.reason}`;
  if (!item) throw new RangeError(`${member.name} names no item`);
  const words = value.kind === "item" && value.words ? Object.values(value.words).join(", ") : undefined;
  return `\`${item.path}\`${value.kind === "items" ? ", an array" : ""} \`${words ?? describeValueSpace(item.values)}\``;
}

const marks = ({ required, assumed, asNew, name }: RestMember): string =>
  [required && "required in a POST", asNew && `\`New_${name}\` in a PUT`, assumed && "assumed"]
    .filter(Boolean)
    .join("; ");
