import { configurationItems, type ItemPath } from "../../emulator/model/configuration/index.ts";
import { intrusionCategories } from "../../emulator/model/intrusion-categories.ts";
import { concretePath } from "../../emulator/peer/configuration/item-paths.ts";
import { hardwareKinds, type Product, productNames, products } from "../../emulator/peer/core/identity.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { Peer } from "../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import { Sessions } from "../../emulator/surfaces/https/sessions.ts";
import { fieldName } from "../../emulator/surfaces/web/form/field-words.ts";
import { accessLevelWords, toWords, zoneTypeWords } from "../../emulator/surfaces/web/form/option-words.ts";
import { SentFields } from "../../emulator/surfaces/web/form/sent-fields.ts";
import { framedPage } from "../../emulator/surfaces/web/layout/frame.tsx";
import { menu } from "../../emulator/surfaces/web/menus/menu.ts";
import { isPartOf, pageName } from "../../emulator/surfaces/web/menus/page-place.ts";
import { PageDirectory, type PageEntry } from "../../emulator/surfaces/web/page-directory.ts";
import type { Visit } from "../../emulator/surfaces/web/visit.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../emulator/world/world.ts";
import { GENERATED, table } from "./markdown.ts";

/** What the address of a page says where it needs a row, and what that makes of the page. */
interface Look {
  readonly title?: string;
  readonly query: Readonly<Record<string, string>>;
}

const ZONE_TYPES = ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"] as const;

/** Theirs are those that have the most fields. */
const WITH_PROFILES: readonly (typeof ZONE_TYPES)[number][] = ["Neighbor", "DNS"];

const looks: Readonly<Record<string, readonly Look[]>> = {
  editzone: ZONE_TYPES.map((type, place) => ({
    title: `${toWords(zoneTypeWords, type)}${WITH_PROFILES.includes(type) ? ", of the zone profile Custom" : ""}`,
    query: { id: String(place + 1) },
  })),
  editprotectioncategory: intrusionCategories
    .slice(0, 1)
    .map(({ name, label }) => ({ title: `${label}, as an example`, query: { name } })),
};

const SOME_ROW: readonly Look[] = [{ query: { id: "1" } }];

/** The items by the names that forms send, with `#` for every index. */
const itemsByName: ReadonlyMap<string, string> = new Map(
  configurationItems.map(({ path }) => [fieldName(path.replaceAll(/\[\d+\.\.\d+\]/g, "#")), path]),
);

/** `docs/reference/pages.md` */
export async function webPagesPage(): Promise<string> {
  const drawers = [await Drawer.start("vcs-expressway"), await Drawer.start("vcs-control")] as const;
  const sections = menu.map((entry) => {
    const drawer = drawers.find(({ device }) => isPartOf(entry, device.identity)) ?? drawers[0];
    return [heading(entry), ...(looks[pageName(entry)] ?? SOME_ROW).map((look) => drawer.fields(entry, look))].join("");
  });
  for (const drawer of drawers) await drawer.stop();
  return [
    `# Web pages\n\n${GENERATED}`,
    `${menu.length} pages in the order of the menus, with the fields of their forms. A form is posted to the address of its page with \`sessionid\`, the hidden field that comes first in each, with \`submitbutton\`, the label of the button, and with the fields: those that are left out stay as they are. The answer leads to a page with \`<b>Success</b>: …\`, or is the page itself with \`<b>Failed</b>: …\` and what was typed.\n`,
    "Pages that are reached from another one and are about a row or a zone take its number in the address, `?id=1`, and in the names of its fields; the number here stands for any. A field without an item is an argument, a file or a password. Fields are those of a VCS, in its roles, as unpacked: an Expressway has fewer.\n",
    ...sections,
  ].join("\n");
}

function heading(entry: PageEntry): string {
  const { openTo = "ReadOnly" } = entry;
  const addresses = [pageName(entry), ...(entry.alsoAt ?? [])].map((name) => `\`/${name}\``).join(", also ");
  const on = products.filter((product) => hardwareKinds.some((hardware) => isPartOf(entry, { product, hardware })));
  const names = on.length === products.length ? "all products" : on.map((product) => productNames[product]).join(", ");
  const where = entry.applianceOnly ? `${names}, on appliances only` : names;
  const who = `${toWords(accessLevelWords, openTo)} access`;
  const facts = [addresses, where, openTo === "ReadWrite" ? who : `${who} and above`];
  if (entry.page.submit && entry.changesNothing) facts.push("its forms change nothing");
  return `## ${entry.menu.join(" > ")}\n\n${facts.join(" · ")}\n`;
}

/** What preact wrote for these characters. */
const shownText = (html: string): string =>
  html.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Draws pages of a peer that was made for it. */
class Drawer {
  private constructor(
    readonly device: Device,
    private readonly visit: Visit,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(product: Product): Promise<Drawer> {
    const world = createSimulatedWorld({ seed: 0, log: new MemoryLog() });
    const configuration = ZONE_TYPES.flatMap((type, place) => [
      { path: `Zones Zone ${place + 1} Name`, value: type },
      { path: `Zones Zone ${place + 1} Type`, value: type },
      ...(WITH_PROFILES.includes(type)
        ? [{ path: `Zones Zone ${place + 1} ${type} ZoneProfile`, value: "Custom" }]
        : []),
    ]);
    const identity = {
      serialNumber: "00000001",
      softwareVersion: "X8.1",
      product,
      platform: "medium",
      hardware: "appliance",
    } as const;
    const surfaces = [() => ({ name: "none" })];
    const box = { identity, address: "192.0.2.1", dataDirectory: IN_MEMORY, configuration, surfaces };
    const peer = await Peer.powerOn(box, world);
    const { device } = peer;
    const account = device?.accounts.find("admin");
    const session = device && account && new Sessions(device).open(account, { address: "192.0.2.9", port: 1 });
    if (!device || !session) throw new Error("the peer did not start");
    const visit: Visit = {
      device,
      session,
      actor: { user: "admin" },
      url: "/",
      query: new SentFields({}),
      pages: new PageDirectory(menu),
      mayAct: true,
      port: undefined,
    };
    return new Drawer(device, visit, () => peer.powerOff());
  }

  /** The buttons, and as a table the fields that have a label. */
  fields(entry: PageEntry, { title, query }: Look): string {
    const { page } = entry;
    const visit = { ...this.visit, query: new SentFields(query) };
    const html = framedPage({ visit, place: entry, content: page.view(visit) });
    const names = new Set(
      [...html.matchAll(/<(?:input|select|textarea)\b[^>]*? name="([^"]*)"/g)].map(([, name]) => name),
    );
    const rows = [...html.matchAll(/<label for="([^"]*)">([^<]*)<\/label>/g)].flatMap(([, name = "", label = ""]) =>
      names.has(name) ? [[shownText(label), `\`${name}\``, this.#itemOf(page.items, name)]] : [],
    );
    const buttons = new Set(
      [...html.matchAll(/ name="submitbutton" value="([^"]*)"/g)].map(([, label]) => `\`${label}\``),
    );
    return [
      title === undefined ? "" : `\n### ${title}\n`,
      buttons.size === 0 ? "" : `\nButtons: ${[...buttons].join(", ")}\n`,
      rows.length === 0 ? "" : `\n${table(["Field", "Name in the form", "Item"], rows)}\n`,
    ].join("");
  }

  #itemOf(items: ReadonlyMap<string, ItemPath> | undefined, name: string): string {
    const own = items?.get(name);
    if (own !== undefined) return own;
    const indices: number[] = [];
    const shape = name.replaceAll(/(?<=_)\d+(?=_|$)/g, (index) => {
      indices.push(Number(index));
      return "#";
    });
    const path = itemsByName.get(shape);
    return path === undefined ? "" : concretePath(path, indices);
  }
}
