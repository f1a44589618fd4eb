import { productNames } from "../../../../peer/core/identity.ts";
import { said, shown, written, type RestAnswer, type RestRequest } from "../rest-answer.ts";
import { runCommand, textMembers, type PartHandler } from "./part-handler.ts";

/** What the box is. Beside version and mode the names of the members are ours. */
export const sysinfo: PartHandler = ({ device }) => {
  const { identity, configuration, clock, startedAt, status } = device;
  const unit = status.values("SystemUnit");
  return shown({
    SoftwareVersion: identity.softwareVersion,
    ProductMode: productNames[identity.product],
    SerialNumber: identity.serialNumber,
    SystemName: configuration.get("SystemUnit Name"),
    Type: unit !== undefined && "Product" in unit ? unit["Product"] : "",
    Uptime: Math.floor((clock.monotonic() - startedAt) / 1000),
  });
};

/** `xCommand Restart`: the answer leaves first. */
export const restart: PartHandler = (request) => withoutBody(request, () => runForAnswer(request, "Restart"));

export const defaultLinks: PartHandler = (request) =>
  withoutBody(request, () => runForAnswer(request, "DefaultLinksAdd"));

function withoutBody(request: RestRequest, act: () => Promise<RestAnswer>): RestAnswer | Promise<RestAnswer> {
  const read = textMembers(request, []);
  return read.ok ? act() : read.answer;
}

async function runForAnswer(request: RestRequest, name: "Restart" | "DefaultLinksAdd"): Promise<RestAnswer> {
  const result = await runCommand(request, name);
  if (!result.ok) return said(400, result.reason);
  const { body } = written(request);
  // Nothing is created: 200, though it is a POST.
  return { code: 200, body, ...(result.afterAnswer && { afterAnswer: result.afterAnswer }) };
}
