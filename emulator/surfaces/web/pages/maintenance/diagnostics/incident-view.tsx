import { fileStamp } from "../../../../../peer/core/files.ts";
import {
  type IncidentReport,
  incidentText,
  WHOLE_SYSTEM,
} from "../../../../../peer/monitoring/diagnostics/incident-report.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import type { Page } from "../../../page.ts";
import { ACTIONS, type Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { shownTime } from "../../../tables/peer-names.ts";
import { StatusTable } from "../../../tables/status-table.tsx";
import type { Visit } from "../../../visit.ts";

const DOWNLOAD = "Download incident report";

const columnsFor = ({ device }: Visit): readonly Column<IncidentReport>[] => [
  { heading: "Time", cell: ({ at }) => shownTime(device, at) },
  { heading: "Version", cell: ({ softwareVersion }) => softwareVersion },
  { heading: "Module", cell: ({ module = WHOLE_SYSTEM }) => module },
  { heading: "Detail", cell: ({ detail }) => detail },
  { heading: "State", cell: sendingState },
  {
    heading: ACTIONS,
    cell: ({ id }) => (
      <a href={`/incidentdetail?id=${id}`} aria-label={`View incident report ${id}`}>
        View
      </a>
    ),
  },
];

/** Maintenance > Diagnostics > Incident reporting > View: newest first. No source names the columns beside the time. */
export const incidentView: Page = {
  view: (visit) => {
    const { reports } = visit.device.diagnostics.incidents;
    if (reports.length === 0) return <p class="none">There are no incident reports.</p>;
    return <Records visit={visit} columns={columnsFor(visit)} rows={reports} keyOf={({ id }) => id} />;
  },
};

const reportOf = ({ device, query }: Visit): IncidentReport | undefined =>
  device.diagnostics.incidents.reports.find(({ id }) => String(id) === query.get("id"));

/** Incident detail: `/incidentdetail?id=<number>`. */
export const incidentDetail: Page = {
  exists: (visit) => reportOf(visit) !== undefined,
  view: (visit) => {
    const report = reportOf(visit);
    if (!report) return null;
    return (
      <>
        <StatusTable
          number={1}
          title="Incident detail"
          rows={columnsFor(visit)
            .filter(({ heading }) => heading !== ACTIONS)
            .map(({ heading, cell }) => [heading, cell(report)])}
        />
        <ol class="log">
          {report.lines.map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ol>
        <Form visit={visit}>
          <div class="buttons">
            <SubmitButton label={DOWNLOAD} />
          </div>
        </Form>
      </>
    );
  },
  submit: byButton({
    [DOWNLOAD]: (visit) => {
      const report = reportOf(visit);
      if (!report) return { kind: "refused", reason: "there is no such incident report" };
      const name = `incident_report_${report.id}_${fileStamp(report.at)}.txt`;
      return { kind: "file", name, bytes: Buffer.from(incidentText(report)) };
    },
  }),
};

function sendingState({ sentAt }: IncidentReport): string {
  return sentAt === undefined ? "Not sent" : "Sent";
}
