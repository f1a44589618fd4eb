import type { ComponentChildren } from "preact";
import { productNames } from "../../../peer/core/identity.ts";
import type { Notice } from "../../https/sessions.ts";
import { accessLevelWords, toWords } from "../form/option-words.ts";
import { pageTitle, type Place } from "../menus/page-place.ts";
import { peerName, shownTime } from "../tables/peer-names.ts";
import type { Visit } from "../visit.ts";
import { renderDocument } from "./document.tsx";
import { helpAddress } from "./help-page.tsx";
import { MenuBar } from "./menu-bar.tsx";
import { Bar } from "./notice-bar.tsx";
import { TwinRibbon } from "./twin-ribbon.tsx";

export interface FrameProps {
  readonly visit: Visit;
  readonly place: Place;
  readonly notice?: Notice | undefined;
  readonly content: ComponentChildren;
}

/** A page within what all pages have: menus, where you are, the bar, the content, the bottom bar. */
export function framedPage({ visit, place, notice, content }: FrameProps): string {
  const { device } = visit;
  const product = productNames[device.identity.product];
  const { menu } = place;
  const title = pageTitle(place);
  return renderDocument({
    title: `${title} - ${peerName(device)} - ${product}`,
    // Help and what is not there have nothing to follow: asking for them would count as activity.
    head: isPage(visit) && <script src="/static/live.js" defer></script>,
    children: (
      <>
        <TwinRibbon device={device} />
        <header>
          <span class="product">{product}</span>
          <span data-live="alarms">
            <AlarmTriangle count={device.alarms.unacknowledgedCount} />
          </span>
          <HelpLink visit={visit} />
          <a class="log-out" href="/logout">
            Log out
          </a>
        </header>
        <MenuBar pages={visit.pages} current={menu} />
        <main>
          <div class="heading">
            <h1>{title}</h1>
            <p class="where">{`You are here: ${menu.join(" > ")}`}</p>
          </div>
          {notice && <Bar notice={notice} />}
          {content}
        </main>
        <BottomBar visit={visit} />
      </>
    ),
  });
}

/** Whether the address is that of a page in the directory. */
const isPage = ({ pages, url }: Visit): boolean => pages.find(url.split("?")[0]?.slice(1) ?? "") !== undefined;

/** Administrator Guide, "Interfaces": help for the page that is open, in a window of its own. */
function HelpLink({ visit }: { readonly visit: Visit }) {
  if (!isPage(visit)) return null;
  return (
    <a href={helpAddress(visit.url)} target="_blank" rel="noopener">
      Help
    </a>
  );
}

/** Only while an alarm waits to be acknowledged. */
function AlarmTriangle({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <a class="alarm-triangle" href="/alarms">
      <span aria-hidden="true">⚠</span> {`This system has ${count} ${count === 1 ? "alarm" : "alarms"}`}
    </a>
  );
}

/** Administrator Guide, "Interfaces": who, where, when, and what this box is. */
function BottomBar({ visit: { device, session, pages } }: { readonly visit: Visit }) {
  const { serialNumber, softwareVersion } = device.identity;
  const language = device.configuration.get("Language Default");
  const facts: readonly (readonly [name: string, value: ComponentChildren])[] = [
    ["User", `${session.account.name} (${toWords(accessLevelWords, session.account.access)})`],
    ["System", peerName(device)],
    ["System time", shownTime(device, device.clock.now())],
    ["Language", pages.find("language") ? <a href="/language">{language}</a> : language],
    ["S/N", serialNumber],
    ["Version", softwareVersion],
  ];
  return (
    <footer>
      <ul data-live="facts">
        {facts.map(([name, value]) => (
          <li key={name}>
            <span class="name">{name}:</span> {value}
          </li>
        ))}
      </ul>
    </footer>
  );
}
