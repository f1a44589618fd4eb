import type { FastifyInstance } from "fastify";
import { EmulatorError } from "../../errors.ts";
import type { FaultStatus } from "../faults/active-fault.ts";
import type { FaultRule } from "../faults/rule-members.ts";
import type { Lab } from "../lab.ts";
import { member, objectOf } from "./request-body.ts";

/** What peers are powered to. */
export type Power = "on" | "off";

/** What goes wrong on purpose, and the power of peers. */
export function addFaultRoutes(app: FastifyInstance, lab: Lab): void {
  const { faults, peers } = lab;
  app.get("/faults", () => faults.list().map(withOldName));
  // What is no rule is refused when it is added, with what is allowed.
  app.post("/faults", async (request) => withOldName(await faults.add(objectOf(request.body) as unknown as FaultRule)));
  app.delete<{ Params: { id: string } }>("/faults/:id", ({ params: { id } }) => {
    if (id === "all") faults.removeAll();
    else if (/^\d+$/.test(id)) faults.remove(Number(id));
    else throw new EmulatorError("FAULT_UNKNOWN", `"${id}" is not the number of a fault, nor all`);
    return faults.list().map(withOldName);
  });
  app.post("/slips", async (request) => {
    const { makeSlip } = await import("../slips/make-slip.ts");
    return makeSlip(lab, objectOf(request.body));
  });
  app.post<{ Params: { name: string } }>("/peers/:name/power", async ({ params: { name }, body }) => {
    const to = member(body, "power");
    if (to !== "on" && to !== "off") {
      throw new EmulatorError("LAB_REFUSED", `power: "${to}" is not allowed: on, off`);
    }
    await lab.power(name, to);
    const found = peers.find(({ plan }) => plan.name === name);
    return { name, state: found?.peer.device ? "up" : "down" };
  });
}

/** `fired` was called `struck` in version 0.1: programs of then still read it. */
function withOldName(status: FaultStatus): FaultStatus & { readonly struck: number } {
  return { ...status, struck: status.fired };
}
