import { minutes } from "../../../../emulator/world/duration.ts";
import { headOffice, towardsHeadOffice } from "../../head-office.ts";
import { startWebPeer, type WebPeer } from "./web-peer.ts";

export const HEAD_OFFICE = "198.51.100.7";

/** A peer that has a head office to call, two minutes later, with somebody logged in. */
export async function startCallingWebPeer(): Promise<WebPeer> {
  const web = await startWebPeer({ configuration: towardsHeadOffice(HEAD_OFFICE, "0A1B2C3D") });
  await headOffice(web.world, HEAD_OFFICE);
  await web.world.clock.advance(minutes(2));
  await web.client.logIn();
  return web;
}
