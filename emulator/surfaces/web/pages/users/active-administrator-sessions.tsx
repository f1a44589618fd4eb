import type { ActiveSession } from "../../../../peer/access/accounts/active-sessions.ts";
import { SubmitButton } from "../../form/form.tsx";
import type { Page } from "../../page.ts";
import type { Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { SelectAll } from "../../records/select-all.tsx";
import { selectColumn } from "../../records/select-box.tsx";
import { shownTime } from "../../tables/peer-names.ts";
import type { Visit } from "../../visit.ts";

const PAGE = "/activeadministratorsessions";

const addressOf = ({ source }: ActiveSession): string => `${source.address}:${source.port}`;

/** Administrator Guide, "Viewing active administrator sessions". */
function columnsFor(visit: Visit): readonly Column<ActiveSession>[] {
  const { device, session: own } = visit;
  return [
    selectColumn(visit, {
      name: "session",
      value: ({ id }) => id,
      label: (session) => `the session of ${session.user} from ${addressOf(session)}`,
    }),
    { heading: "User", cell: ({ id, user }) => (id === own.active.id ? `${user} (this session)` : user) },
    { heading: "Login time", cell: ({ loggedInAt }) => shownTime(device, loggedInAt) },
    { heading: "Session type", cell: ({ type }) => type },
    { heading: "IP address and port", cell: addressOf },
    { heading: "Last access", cell: ({ lastAccess }) => shownTime(device, lastAccess) },
  ];
}

/** Users > Active administrator sessions: of this peer, pages and CLI. */
export const activeAdministratorSessions: Page = {
  view: (visit) => (
    <Records
      visit={visit}
      columns={columnsFor(visit)}
      rows={visit.device.sessions.all()}
      keyOf={({ id }) => id}
      classOf={({ id }) => (id === visit.session.active.id ? "new" : undefined)}
    >
      <SubmitButton label="Terminate session" />
      <SelectAll visit={visit} />
    </Records>
  ),
  submit: ({ device, actor, session: own }, sent) => {
    const selected = sent.all("session");
    if (selected.length === 0) return { kind: "refused", reason: "no session is selected" };
    const chosen = device.sessions.all().filter(({ id }) => selected.includes(id));
    if (chosen.length < selected.length)
      return { kind: "refused", reason: "a session that was selected has ended meanwhile" };
    for (const session of chosen) session.terminate(actor.user);
    if (chosen.some(({ id }) => id === own.active.id)) return { kind: "go", to: "/login/" };
    return { kind: "done", text: `Session${chosen.length === 1 ? "" : "s"} terminated`, to: PAGE };
  },
};
