import { renderToString } from "preact-render-to-string";
import type { Device } from "../../../../emulator/peer/device.ts";
import { SentFields } from "../../../../emulator/surfaces/web/form/sent-fields.ts";
import { menu } from "../../../../emulator/surfaces/web/menus/menu.ts";
import { PageDirectory } from "../../../../emulator/surfaces/web/page-directory.ts";
import type { Page } from "../../../../emulator/surfaces/web/page.ts";
import type { Visit } from "../../../../emulator/surfaces/web/visit.ts";

/** The content of a page as a peer shows it to somebody who is logged in. */
export function shownPage(
  device: Device,
  page: Page,
  { query = {}, port }: { readonly query?: Record<string, string>; readonly port?: number } = {},
): string {
  const session = {
    account: { name: "admin", access: "ReadWrite" },
    formId: "form",
  } as unknown as Visit["session"];
  const visit: Visit = {
    device,
    session,
    actor: { user: "admin" },
    url: "/",
    query: new SentFields(query),
    port,
    pages: new PageDirectory(menu),
    mayAct: true,
  };
  return renderToString(<>{page.view(visit)}</>);
}
