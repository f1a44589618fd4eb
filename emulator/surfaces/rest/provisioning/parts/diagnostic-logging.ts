import type { Device } from "../../../../peer/device.ts";
import { readJsonBody, unknownMember } from "../json-body.ts";
import { said, shown, written, type RestAnswer, type RestRequest } from "../rest-answer.ts";
import type { PartHandler } from "./part-handler.ts";

const MODES = ["start", "stop", "collect", "download"] as const;
const TCPDUMP = ["on", "off"] as const;

/** Maintenance > Diagnostics > Diagnostic logging, as the collection programs of the field use it. */
export const diagnosticLogging: PartHandler = (request) =>
  request.method === "GET" ? shown(stateOf(request.device)) : act(request);

/** Two clients read two different members; both are there. Nothing has to be collected here: a log is ready once it is there. */
function stateOf({ diagnostics: { logging } }: Device): Readonly<Record<string, string>> {
  return {
    Status: logging.running ? "In progress" : "Stopped",
    DownLoadStatus: logging.startedAt === undefined ? "There is no log" : "Ready to download",
  };
}

async function act(request: RestRequest): Promise<RestAnswer> {
  const { body, device, actor } = request;
  const read = readJsonBody(body);
  if (!read.ok) return said(400, read.reason);
  const { Mode, TCPDump = "off" } = read.object;
  const unknown = unknownMember(read.object, ["Mode", "TCPDump"]);
  if (unknown !== undefined) return said(400, unknown);
  const mode = MODES.find((one) => one === Mode);
  const tcpdump = TCPDUMP.find((one) => one === TCPDump);
  if (!mode) return notOneOf("Mode", Mode, MODES);
  if (!tcpdump) return notOneOf("TCPDump", TCPDump, TCPDUMP);
  const { logging } = device.diagnostics;
  switch (mode) {
    case "start":
      logging.start(tcpdump === "on", actor);
      return written(request);
    case "stop": {
      const stopped = logging.stop(actor);
      return stopped.ok ? written(request) : said(400, stopped.reason);
    }
    case "collect":
      return logging.startedAt === undefined ? noLog() : written(request);
    case "download": {
      const file = await logging.download();
      return file ? { code: 200, body: { file } } : noLog();
    }
  }
}

const noLog = (): RestAnswer => said(400, "there is no diagnostic log: start logging first");

const notOneOf = (member: string, value: unknown, allowed: readonly string[]): RestAnswer =>
  said(400, `${member}: ${JSON.stringify(value) ?? "nothing"} is not allowed: one of ${allowed.join(", ")}`);
