import type { Device } from "../../../../../peer/device.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { TextRow } from "../../../form/plain-row.tsx";
import type { Outcome, Page } from "../../../page.ts";
import { shownTime } from "../../../tables/peer-names.ts";
import { StatusTable } from "../../../tables/status-table.tsx";

const START = "Start new log";
const MARK = "Add marker";
const STOP = "Stop logging";
const DOWNLOAD = "Download log";

/** Maintenance > Diagnostics > Diagnostic logging (Administrator Guide, "Configuring diagnostic logging"). */
export const diagnosticLogging: Page = {
  view: (visit) => (
    <>
      <Form visit={visit} class="page-form">
        <fieldset>
          <legend>Logging</legend>
          <div class="row">
            <div class="label">
              <label for="tcpdump">Take tcpdump while logging</label>
            </div>
            <div class="field">
              <input type="checkbox" id="tcpdump" name="tcpdump" checked={visit.device.diagnostics.logging.capturing} />
              <p class="field-note">The UDP packets of this peer's own sockets; packets of TCP are not taken.</p>
            </div>
          </div>
          <TextRow name="marker" label="Marker" hint="Stands in the log of this peer after DEBUG_MARKER." />
          <div class="buttons">
            <SubmitButton label={START} />
            <SubmitButton label={MARK} minor />
            <SubmitButton label={STOP} minor />
            <SubmitButton label={DOWNLOAD} minor />
          </div>
        </fieldset>
      </Form>
      <StatusTable number={1} title="Status" rows={rowsOf(visit.device)} />
      <p>
        A new log is started, and logging is stopped, on every peer of the cluster. A marker is added to the log of this
        peer, and the log of this peer is downloaded.
      </p>
    </>
  ),
  submit: byButton({
    [START]: ({ device, actor }, sent) => {
      device.diagnostics.logging.start(sent.get("tcpdump") !== undefined, actor);
      return { kind: "done", text: "Diagnostic logging started" };
    },
    [MARK]: ({ device, actor }, sent) =>
      outcomeOf(device.diagnostics.logging.mark(sent.get("marker") ?? "", actor), "Marker added"),
    [STOP]: ({ device, actor }) => outcomeOf(device.diagnostics.logging.stop(actor), "Diagnostic logging stopped"),
    [DOWNLOAD]: async ({ device }) => {
      const file = await device.diagnostics.logging.download();
      return file ? { kind: "file", ...file } : { kind: "refused", reason: "there is no diagnostic log to download" };
    },
  }),
};

function rowsOf(device: Device): readonly (readonly [string, string])[] {
  const { capturing, running, startedAt, stoppedAt } = device.diagnostics.logging;
  const shown = (moment: number | undefined): string => (moment === undefined ? "-" : shownTime(device, moment));
  return [
    ["Status", running ? "In progress" : startedAt === undefined ? "There is no log" : "Stopped"],
    ["Taking tcpdump", capturing ? "Yes" : "No"],
    ["Started", shown(startedAt)],
    ["Stopped", shown(stoppedAt)],
  ];
}

function outcomeOf(verdict: { ok: true } | { ok: false; reason: string }, text: string): Outcome {
  return verdict.ok ? { kind: "done", text } : { kind: "refused", reason: verdict.reason };
}
