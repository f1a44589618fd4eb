import type { OfferedUpgrade, UpgradeState } from "../../../../peer/maintenance/upgrade/upgrade.ts";
import { byButton } from "../../form/by-button.ts";
import { Form, SubmitButton } from "../../form/form.tsx";
import { FileRow, TextRow } from "../../form/plain-row.tsx";
import type { SentFields } from "../../form/sent-fields.ts";
import type { Outcome, Page } from "../../page.ts";
import { ListTable } from "../../records/list-table.tsx";
import { StatusTable } from "../../tables/status-table.tsx";
import type { Refusal, Visit } from "../../visit.ts";

const UPGRADE = "Upgrade";
const CONTINUE = "Continue with upgrade";
const REBOOT = "Reboot system";

/** How often the page of an upgrade that goes on looks again. */
const REFRESH_SECONDS = 10;

/** Maintenance > Upgrade (Administrator Guide, "Upgrading software components"). */
export const upgrade: Page = {
  takesFiles: ["image_file"],
  refresh: ({ device }) => (device.upgrade.inProgress ? REFRESH_SECONDS : undefined),
  view: (visit, refusal) => (
    <>
      <ListTable
        columns={["Component", "Version", "Release key"]}
        rows={[
          {
            key: "platform",
            cells: ["System platform", visit.device.identity.softwareVersion, visit.device.releaseKey.text],
          },
        ]}
      />
      <UpgradeForm visit={visit} state={visit.device.upgrade.state} refusal={refusal} />
    </>
  ),
  submit: byButton({ [UPGRADE]: upload, [CONTINUE]: install, [REBOOT]: reboot }),
};

function reboot({ device }: Visit): Outcome {
  if (device.upgrade.state.kind === "complete") return { kind: "goDown", restart: "reboot" };
  return { kind: "refused", reason: "there is no upgrade that a reboot would complete" };
}

interface UpgradeFormProps {
  readonly visit: Visit;
  readonly state: UpgradeState;
  readonly refusal: Refusal | undefined;
}

function UpgradeForm({ visit, state, refusal }: UpgradeFormProps) {
  if (state.kind === "in progress") {
    return (
      <section class="status">
        <h2>Software upgrade in progress</h2>
        <div class="progress" role="progressbar" aria-label="Software upgrade in progress" />
        <p>{state.version} is being installed. Do not restart the system.</p>
      </section>
    );
  }
  return (
    <>
      {state.kind === "complete" && (
        <Form visit={visit} class="page-form">
          <fieldset>
            <legend>Upgrade of the system platform to {state.version}</legend>
            <p>Upgrade complete! The new software will be used on the next reboot</p>
            <div class="buttons">
              <SubmitButton label={REBOOT} />
            </div>
          </fieldset>
        </Form>
      )}
      <Form visit={visit} class="page-form" files>
        <fieldset>
          <legend>Upgrade component</legend>
          <FileRow
            name="image_file"
            label="Software image file"
            hint="An image of the twin's own, made by xtwin image: it holds no software."
          />
          <TextRow
            name="release_key"
            label="Release key"
            value={refusal?.sent.get("release_key") ?? ""}
            hint="Needed for another major version only. xtwin keys tells the one of a serial number."
          />
          <div class="buttons">
            <SubmitButton label={UPGRADE} />
          </div>
        </fieldset>
      </Form>
    </>
  );
}

async function upload(visit: Visit, sent: SentFields): Promise<Outcome> {
  const { name, bytes } = sent.file("image_file");
  const offered = await visit.device.upgrade.offer(name, bytes, visit.actor, sent.get("release_key"));
  if (!offered.ok) return { kind: "refused", reason: `unable to upgrade: ${offered.reason}` };
  return {
    kind: "show",
    title: "Upgrade confirmation",
    content: <UpgradeConfirmation visit={visit} offered={offered} />,
  };
}

function install({ device, actor }: Visit, sent: SentFields): Outcome {
  const accepted = device.upgrade.accept(sent.get("image") ?? "", actor);
  return accepted.ok
    ? { kind: "go", to: "/upgrade" }
    : { kind: "refused", reason: `unable to upgrade: ${accepted.reason}` };
}

function UpgradeConfirmation({ visit, offered }: { readonly visit: Visit; readonly offered: OfferedUpgrade }) {
  return (
    <>
      <StatusTable
        number={1}
        title="Software image"
        rows={[
          ["File", offered.fileName],
          ["Current version", visit.device.identity.softwareVersion],
          ["New version", offered.version],
          ["Release key", offered.releaseKey ?? visit.device.releaseKey.text],
          ["MD5 hash", offered.md5],
          ["SHA-256 hash", offered.sha256],
        ]}
      />
      <p>Compare the hash values with those that were published with the image.</p>
      <Form visit={visit}>
        <input type="hidden" name="image" value={offered.id} />
        <div class="buttons">
          <SubmitButton label={CONTINUE} />
          <a class="button minor" href="/upgrade">
            Cancel
          </a>
        </div>
      </Form>
    </>
  );
}
