import type { FastifyInstance } from "fastify";
import { EmulatorError } from "../../errors.ts";
import type { Lab } from "../lab.ts";
import { member, objectOf } from "./request-body.ts";

const CALL_MEMBERS = ["from", "to", "protocol", "media", "bandwidth", "duration", "zone"] as const;

/** Calls that the lab makes, and loads of them. */
export function addCallRoutes(app: FastifyInstance, { calls }: Lab): void {
  app.get("/calls", () => calls.list());
  app.post("/calls", ({ body }) => {
    const known: readonly string[] = ["peer", ...CALL_MEMBERS];
    const unknown = Object.keys(objectOf(body)).find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new EmulatorError("CALL_INVALID", `"${unknown}" is not known here; allowed: ${known.join(", ")}`);
    const options = Object.fromEntries(
      CALL_MEMBERS.flatMap((name) => (member(body, name) === "" ? [] : [[name, member(body, name)]])),
    );
    return calls.place(member(body, "peer"), options);
  });
  app.delete<{ Params: { serial: string } }>("/calls/:serial", ({ params: { serial } }) => {
    if (serial === "all") calls.endAll();
    else calls.end(serial);
    return calls.list();
  });
  app.get("/loads", () => calls.loads());
  app.post("/loads", ({ body }) => calls.startLoad(member(body, "load")));
  app.delete<{ Params: { id: string } }>("/loads/:id", ({ params: { id } }) => {
    if (id === "all") for (const load of calls.loads()) calls.stopLoad(load.id);
    else calls.stopLoad(Number(id));
    return calls.loads();
  });
}
