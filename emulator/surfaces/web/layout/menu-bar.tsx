import { MAIN_MENUS, menuLabel, pageName, type PagePlace, type PagePlaces } from "../menus/page-place.ts";

export interface MenuBarProps {
  readonly pages: PagePlaces;
  readonly current: readonly string[];
}

/** A menu with more pages than this has two columns. */
const LONG_MENU = 20;

/** The main menus, each with the pages below it; a menu without a page is left out. Opens without a script. */
export function MenuBar({ pages, current }: MenuBarProps) {
  return (
    <nav aria-label="Main menu">
      <ul class="menu-bar">
        {MAIN_MENUS.map((name) => {
          const entries = pages.entries.filter((entry) => entry.menu[0] === name && entry.hidden !== true);
          if (entries.length === 0) return null;
          return (
            <li key={name} class={current[0] === name ? "current" : undefined}>
              <button type="button" aria-haspopup="true">
                {name}
              </button>
              <ul class={entries.length > LONG_MENU ? "menu long" : "menu"}>
                {[...groups(entries)].map(([group, members]) => (
                  <MenuGroup key={group} name={group} entries={members} current={current} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface MenuGroupProps {
  readonly name: string;
  readonly entries: readonly PagePlace[];
  readonly current: readonly string[];
}

/** Pages directly in a main menu have no name above them. */
function MenuGroup({ name, entries, current }: MenuGroupProps) {
  return (
    <>
      {name !== "" && <li class="group">{name}</li>}
      {entries.map((entry) => (
        <li key={pageName(entry)} class={name === "" ? undefined : "member"}>
          <a href={`/${pageName(entry)}`} aria-current={entry.menu.join() === current.join() ? "page" : undefined}>
            {menuLabel(entry)}
          </a>
        </li>
      ))}
    </>
  );
}

/** The entries by the parts between the main menu and the page, in the order of the table. */
function groups(entries: readonly PagePlace[]): ReadonlyMap<string, readonly PagePlace[]> {
  const byGroup = new Map<string, PagePlace[]>();
  for (const entry of entries) {
    const group = entry.menu.slice(1, -1).join(" > ");
    byGroup.set(group, [...(byGroup.get(group) ?? []), entry]);
  }
  return byGroup;
}
