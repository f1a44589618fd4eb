import type { OfferedRestore } from "../../../../peer/maintenance/backup/backups.ts";
import { byButton } from "../../form/by-button.ts";
import { Form, SubmitButton } from "../../form/form.tsx";
import { FileRow, NobodysPassword, PasswordRow } from "../../form/plain-row.tsx";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome, Page } from "../../page.ts";
import { currentCalls, currentRegistrations } from "../../tables/active-use.ts";
import { StatusTable } from "../../tables/status-table.tsx";
import type { Visit } from "../../visit.ts";

const CREATE = "Create system backup file";
const UPLOAD = "Upload system backup file";
const CONTINUE = "Continue with system restore";

/** Maintenance > Backup and restore (Administrator Guide, "Backing up and restoring system data"). */
export const backupAndRestore: Page = {
  takesFiles: ["restore_file"],
  view: (visit) => (
    <>
      <Form visit={visit} class="page-form">
        <NobodysPassword />
        <fieldset>
          <legend>Backup</legend>
          <PasswordRow
            name="backup_password"
            label="Encryption password"
            hint="Leave both fields blank for a backup file that is not encrypted."
          />
          <PasswordRow name="backup_password_confirm" label="Re-enter encryption password" />
          <div class="buttons">
            <SubmitButton label={CREATE} />
          </div>
        </fieldset>
      </Form>
      <Form visit={visit} class="page-form" files>
        <NobodysPassword />
        <fieldset>
          <legend>Restore</legend>
          <FileRow name="restore_file" label="System backup file" />
          <PasswordRow
            name="restore_password"
            label="Decryption password"
            hint="The password that the backup file was encrypted with, if it was."
          />
          <div class="buttons">
            <SubmitButton label={UPLOAD} />
          </div>
        </fieldset>
      </Form>
    </>
  ),
  submit: byButton({ [CREATE]: create, [UPLOAD]: upload, [CONTINUE]: restore }),
};

async function create({ device, actor }: Visit, sent: SentFields): Promise<Outcome> {
  const [password = "", again = ""] = [sent.get("backup_password"), sent.get("backup_password_confirm")];
  const made = await device.backups.create(password, again, actor);
  return made.ok ? { kind: "file", name: made.name, bytes: made.bytes } : { kind: "refused", reason: made.reason };
}

async function upload(visit: Visit, sent: SentFields): Promise<Outcome> {
  const { bytes } = sent.file("restore_file");
  const offered = await visit.device.backups.offer(bytes, sent.get("restore_password") ?? "", visit.actor);
  if (!offered.ok) return { kind: "refused", reason: `unable to restore: ${offered.reason}` };
  return {
    kind: "show",
    title: "Restore confirmation",
    content: <RestoreConfirmation visit={visit} offered={offered} />,
  };
}

function restore({ device, actor }: Visit, sent: SentFields): Outcome {
  const accepted = device.backups.accept(sent.get("restore") ?? "", actor);
  if (!accepted.ok) return { kind: "refused", reason: `unable to restore: ${accepted.reason}` };
  return { kind: "goDown", restart: "restart", ...(accepted.rebuild && { rebuild: accepted.rebuild }) };
}

function RestoreConfirmation({ visit, offered }: { readonly visit: Visit; readonly offered: OfferedRestore }) {
  const { origin } = offered.backup;
  const { identity } = visit.device;
  return (
    <>
      <StatusTable
        number={1}
        title="Backup file"
        rows={[
          ["Software version of the backup", origin.softwareVersion],
          ["Software version of this system", identity.softwareVersion],
          ["Serial number of the backup", origin.serialNumber],
          ["Serial number of this system", identity.serialNumber],
          ["Created", origin.created.replace("T", " ").replace(/\.\d+Z$/, " UTC")],
        ]}
      />
      <StatusTable
        number={2}
        title="System status"
        rows={[
          ["Number of calls", currentCalls(visit.device)],
          ["Number of registrations", currentRegistrations(visit.device)],
        ]}
      />
      {offered.warnings.map((warning) => (
        <p key={warning} class="caution">
          Warning: {warning}
        </p>
      ))}
      <p>
        The configuration of this system will be replaced by that of the backup. All calls on this system will end, and
        the system will restart.
      </p>
      <Form visit={visit}>
        <input type="hidden" name="restore" value={offered.id} />
        <div class="buttons">
          <SubmitButton label={CONTINUE} />
          <a class="button minor" href="/backuprestore">
            Cancel
          </a>
        </div>
      </Form>
    </>
  );
}
