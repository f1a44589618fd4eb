import fastify, { type FastifyInstance } from "fastify";
import { EmulatorError } from "../../errors.ts";
import type { Endpoint } from "../../world/endpoint.ts";
import type { Listener } from "../../world/network.ts";
import type { Lab } from "../lab.ts";
import { causesOfPeer, why } from "../why.ts";
import { addCallRoutes } from "./call-routes.ts";
import { addFaultRoutes } from "./fault-routes.ts";
import { addJournalRoutes } from "./journal-routes.ts";
import { clockStatus, labStatus } from "./lab-status.ts";
import { parseDuration } from "./parse-duration.ts";
import { member } from "./request-body.ts";

/** No one advances further in one request: a year is enough for every license. */
const LONGEST_ADVANCE_MS = 366 * 24 * 3600 * 1000;
const HIGHEST_SPEED = 100_000;

/** The lab's control API: JSON over HTTP on the loopback interface. `docs/reference/control-api.md` describes it. */
export class ControlServer {
  readonly #app: FastifyInstance = fastify();
  #listener: Listener | undefined;

  constructor(private readonly lab: Lab) {
    this.#addRoutes();
  }

  /** @returns where it listens; port 0 takes any free one */
  async start(local: Endpoint): Promise<Endpoint> {
    await this.#app.ready();
    const { listeners } = this.lab.world;
    this.#listener = await listeners.listen(local, (socket) => this.#app.server.emit("connection", socket));
    return this.#listener.local;
  }

  async stop(): Promise<void> {
    this.#listener?.close();
    await this.#app.close();
  }

  #addRoutes(): void {
    const { lab } = this;
    const { clock } = lab.world;
    this.#app.setErrorHandler((error, _request, reply) => {
      if (error instanceof EmulatorError) return reply.code(400).send({ error: error.code, message: error.message });
      const message = error instanceof Error ? error.message : String(error);
      // What fastify itself refuses: half a body, a body of another kind.
      const { statusCode = 500 } = error as { statusCode?: number };
      return reply.code(statusCode).send({ error: statusCode < 500 ? "LAB_REFUSED" : "INTERNAL", message });
    });
    this.#app.get("/health", () => ({ healthy: lab.peers.every(({ peer }) => peer.device !== undefined) }));
    this.#app.get("/status", () => labStatus(lab));
    this.#app.get("/clock", () => clockStatus(lab));
    this.#app.post("/clock/advance", async (request) => {
      const span = parseDuration(member(request.body, "by"));
      if (span > LONGEST_ADVANCE_MS)
        throw new EmulatorError("LAB_REFUSED", `by: at most 366 days, not ${member(request.body, "by")}`);
      await clock.advance(span);
      return clockStatus(lab);
    });
    this.#app.post("/clock/speed", (request) => {
      const text = member(request.body, "speed");
      const speed = Number(text);
      if (text.trim() === "" || !(speed >= 0 && speed <= HIGHEST_SPEED)) {
        throw new EmulatorError("LAB_REFUSED", `speed: "${text}" is not allowed: 0 to ${HIGHEST_SPEED}`);
      }
      clock.setSpeed(speed);
      return clockStatus(lab);
    });
    this.#app.get("/doctor", async () => {
      const { examine } = await import("../doctor/examine.ts");
      return examine(lab);
    });
    this.#app.get<{ Params: { name: string }; Querystring: { alarm?: string } }>(
      "/peers/:name/why",
      ({ params: { name }, query: { alarm } }) => {
        if (alarm !== undefined && !/^\d{5}$/.test(alarm))
          throw new EmulatorError("LAB_REFUSED", `alarm: "${alarm}" is not the five digits of an alarm`);
        return why(lab, name, alarm === undefined ? undefined : Number(alarm));
      },
    );
    this.#app.get<{ Params: { name: string } }>("/peers/:name/causes", ({ params: { name } }) =>
      causesOfPeer(lab, name),
    );
    addFaultRoutes(this.#app, lab);
    addCallRoutes(this.#app, lab);
    addJournalRoutes(this.#app, lab);
  }
}
