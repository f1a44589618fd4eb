import fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import type { Device } from "../../../../emulator/peer/device.ts";
import { addRoutes } from "../../../../emulator/surfaces/https/routes.ts";
import { addXmlRoutes } from "../../../../emulator/surfaces/xml/xml.ts";
import { simulatedDevice } from "../documents/simulated-device.ts";

export const basic = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

/** The XML routes of a simulated device, without sockets. */
export class XmlPeer {
  private constructor(
    readonly device: Device,
    readonly app: FastifyInstance,
    private readonly powerOff: () => Promise<void>,
  ) {}

  static async start(): Promise<XmlPeer> {
    const { device, powerOff } = await simulatedDevice();
    const app = fastify();
    await addRoutes(app, device, [addXmlRoutes]);
    await app.ready();
    return new XmlPeer(device, app, powerOff);
  }

  get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.app.inject({ url, headers: { authorization: basic("admin", "TANDBERG"), ...headers } });
  }

  put(
    payload: string | Buffer,
    headers: Record<string, string> = {},
    url = "/putxml",
  ): Promise<LightMyRequestResponse> {
    return this.app.inject({
      method: "POST",
      url,
      payload,
      headers: { authorization: basic("admin", "TANDBERG"), "content-type": "text/xml", ...headers },
    });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.powerOff();
  }
}
