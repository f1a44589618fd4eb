import { nameText } from "../../../../../../protocol/x509/distinguished-name.ts";
import type { RevocationList } from "../../../../../../protocol/x509/revocation-list.ts";
import { LARGEST_LISTS_BYTES } from "../../../../../peer/access/certificates/read-lists.ts";
import { listsOf } from "../../../../../peer/access/certificates/trusted-list.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { FileRow, LinesRow, SelectRow } from "../../../form/plain-row.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { ListTable } from "../../../records/list-table.tsx";
import { shownTime } from "../../../tables/peer-names.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Refusal, Visit } from "../../../visit.ts";
import { chosenFile } from "./sent-file.ts";
import { Dagger, ShowLinks, ShownFile } from "./shown-file.tsx";

const SAVE = "Save";
const UPDATE = "Update CRLs";
const UPLOAD = "Upload CRL file";
const REMOVE = "Remove revocation list";
const MODES = ["Disabled", "Enabled"] as const;

/** Maintenance > Security certificates > CRL management (Administrator Guide, "Managing certificate revocation lists"). */
export const crlManagement: Page = {
  takesFiles: ["crl_file"],
  largestFile: LARGEST_LISTS_BYTES,
  refresh: ({ device }) => (device.revocation.updating ? 5 : undefined),
  exists: (visit) => visit.query.get("show") === undefined || shownPem(visit) !== undefined,
  view: (visit, refusal) => {
    const pem = shownPem(visit);
    if (pem !== undefined) return <ShownFile visit={visit} pem={pem} />;
    return (
      <>
        <AutomaticUpdates visit={visit} refusal={refusal} />
        <LastUpdate visit={visit} />
        <Lists visit={visit} />
        <Form visit={visit} class="page-form" files>
          <fieldset>
            <legend>
              Manual CRL update <Dagger />
            </legend>
            <FileRow
              name="crl_file"
              label="Select the CRL file"
              hint="PEM or DER. It replaces the file that was uploaded before."
            />
            <div class="buttons">
              <SubmitButton label={UPLOAD} />
              {visit.device.revocation.kept.manual && <SubmitButton label={REMOVE} minor />}
            </div>
          </fieldset>
        </Form>
      </>
    );
  },
  submit: byButton({ [SAVE]: save, [UPDATE]: update, [UPLOAD]: upload, [REMOVE]: remove }),
};

function AutomaticUpdates({ visit, refusal }: { readonly visit: Visit; readonly refusal: Refusal | undefined }) {
  const { automatic, points, hour } = visit.device.revocation.settings;
  const typed = (name: string, saved: string): string => refusal?.sent.get(name) ?? saved;
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>
          Automatic CRL updates <Dagger />
        </legend>
        <SelectRow
          name="automatic"
          label="Automatic CRL updates"
          options={MODES}
          value={typed("automatic", MODES[automatic ? 1 : 0])}
        />
        <LinesRow
          name="points"
          label="HTTP(S) CRL distribution points"
          hint="One on each line, such as http://example.com/ca.crl"
          value={typed("points", points.join("\n"))}
        />
        <SelectRow
          name="hour"
          label="Daily update time (in UTC)"
          options={Array.from({ length: 24 }, (_, each) => String(each))}
          value={typed("hour", String(hour))}
        />
        <div class="buttons">
          <SubmitButton label={SAVE} />
          <SubmitButton label={UPDATE} minor />
        </div>
      </fieldset>
    </Form>
  );
}

function LastUpdate({ visit }: { readonly visit: Visit }) {
  const { updating, settings, kept } = visit.device.revocation;
  const { updatedAt, failures = [], points } = settings;
  if (updating) return <p>An update of CRLs is under way.</p>;
  if (updatedAt === undefined) return null;
  const resultOf = (point: string): string => {
    const failure = failures.find((each) => each.point === point);
    if (failure) return `Failed: ${failure.reason}`;
    return kept.fetched?.some((each) => each.point === point) === true ? "Updated" : "Not updated yet";
  };
  return (
    <StatusTable
      number={1}
      title="Last update"
      rows={[["Time", shownTime(visit.device, updatedAt)], ...points.map((point) => [point, resultOf(point)] as const)]}
    />
  );
}

function Lists({ visit }: { readonly visit: Visit }) {
  const { manual = "", fetched = [] } = visit.device.revocation.kept;
  const rows = [
    ...listsOf(manual).map((list) => ({ list, source: "Uploaded" })),
    ...fetched.flatMap(({ point, pem }) => listsOf(pem).map((list) => ({ list, source: point }))),
  ];
  if (rows.length === 0) return <p class="none">There are no revocation lists.</p>;
  return (
    <>
      <ListTable
        columns={["Source", "Issuer", "Last update", "Next update", "Revoked certificates"]}
        rows={rows.map(({ list, source }, place) => ({ key: place, cells: [source, ...cellsOf(visit, list)] }))}
      />
      <div class="buttons">
        <ShowLinks visit={visit} what="lists" />
      </div>
    </>
  );
}

const cellsOf = ({ device }: Visit, { issuer, lastUpdate, nextUpdate, revoked }: RevocationList): readonly string[] => [
  nameText(issuer),
  shownTime(device, lastUpdate),
  nextUpdate === undefined
    ? ""
    : `${shownTime(device, nextUpdate)}${nextUpdate < device.clock.now() ? " (expired)" : ""}`,
  String(revoked.length),
];

function shownPem({ device, query }: Visit): string | undefined {
  const { manual = "", fetched = [] } = device.revocation.kept;
  return query.get("show") === "lists" ? [manual, ...fetched.map(({ pem }) => pem)].join("") : undefined;
}

function save({ device, actor }: Visit, sent: SentFields): Outcome {
  const mode = sent.get("automatic") ?? "";
  if (mode !== MODES[0] && mode !== MODES[1])
    return { kind: "refused", reason: `Automatic CRL updates: "${mode}" is not one of ${MODES.join(", ")}` };
  const lines = (sent.get("points") ?? "").split(/\r?\n/).map((line) => line.trim());
  const points = [...new Set(lines.filter((line) => line !== ""))];
  const hour = /^\d{1,2}$/.test(sent.get("hour") ?? "") ? Number(sent.get("hour")) : Number.NaN;
  const saved = device.revocation.configure({ automatic: mode === MODES[1], points, hour }, actor);
  return saved.ok ? { kind: "done", text: "Saved" } : { kind: "refused", reason: saved.reason };
}

function update({ device, actor }: Visit): Outcome {
  const begun = device.revocation.update(actor);
  return begun.ok ? { kind: "done", text: "The update of CRLs has begun" } : { kind: "refused", reason: begun.reason };
}

function upload({ device, actor }: Visit, sent: SentFields): Outcome {
  const file = chosenFile(sent, "crl_file", "CRL file");
  if (!file.ok) return { kind: "refused", reason: file.reason };
  const read = device.revocation.upload(file.bytes, actor);
  if (!read.ok) return { kind: "refused", reason: `CRL file: ${read.reason}` };
  return { kind: "done", text: `CRL file uploaded: ${read.count} revocation list${read.count === 1 ? "" : "s"}` };
}

function remove({ device, actor }: Visit): Outcome {
  const removed = device.revocation.remove(actor);
  return removed.ok
    ? { kind: "done", text: "The revocation list has been removed" }
    : { kind: "refused", reason: removed.reason };
}
