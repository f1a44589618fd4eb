import { Form, SubmitButton } from "../../form/form.tsx";
import { ListTable } from "../../list-table.tsx";
import type { Page } from "../../page.ts";
import { shownTime } from "../../peer-names.ts";
import { SelectAll } from "../../select-all.tsx";

/** Administrator Guide, "Viewing active administrator sessions". */
const columns = ["", "User", "Login time", "Session type", "IP address and port", "Last access"] as const;

const PAGE = "/activeadministratorsessions";

/** Users > Active administrator sessions: of this peer, pages and CLI. */
export const activeAdministratorSessions: Page = {
  view: (visit) => {
    const { device, query, session: own } = visit;
    return (
      <Form visit={visit}>
        <ListTable
          columns={columns}
          rows={device.sessions.all().map(({ id, user, type, source, loggedInAt, lastAccess }) => ({
            key: id,
            class: id === own.active.id ? "new" : undefined,
            cells: [
              <input
                type="checkbox"
                name="session"
                value={id}
                checked={query.get("select") === "all"}
                aria-label={`Select the session of ${user} from ${source.address}:${source.port}`}
              />,
              id === own.active.id ? `${user} (this session)` : user,
              shownTime(device, loggedInAt),
              type,
              `${source.address}:${source.port}`,
              shownTime(device, lastAccess),
            ],
          }))}
        />
        <div class="buttons">
          <SubmitButton label="Terminate session" />
          <SelectAll visit={visit} />
        </div>
      </Form>
    );
  },
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
