import { minutes, seconds } from "../../../world/duration.ts";
import { parseDuration } from "../../control/parse-duration.ts";
import { StepError } from "../drivers/step-error.ts";
import type { PeerSession } from "../drivers/peer-session.ts";
import { labAction } from "../kinds.ts";
import { peerMember, spanMember } from "../members.ts";
import type { Run } from "../run.ts";
import { call, hangUp, load } from "./calls.ts";
import { fault, mend, power } from "./faults.ts";
import { provisioningLicenses } from "./provisioning.ts";
import { register, unregister } from "./registrations.ts";
import { allocate, release } from "./relays.ts";
import { image } from "./image.ts";
import { slip } from "./slips.ts";
import { runCli } from "./shells.ts";

/** Longer than any restart or reboot takes. */
const LONGEST_RESTART = minutes(10);

const advance = labAction({
  key: "advance",
  about: "Lets a span of the lab's time pass.",
  example: "{ advance: 2m }",
  members: { advance: spanMember("How much of the lab's time.") },
  perform: ({ advance: span }, run) => run.advance(parseDuration(span)),
});

const restart = labAction({
  key: "restart",
  selections: ["restart"],
  about: "Restarts peers, one after the other, with xCommand Restart, and waits until each is up again.",
  example: "{ restart: expe4 }",
  members: { restart: peerMember },
  perform: async ({ restart: selection }, run) => {
    for (const peer of run.select(selection)) await restartPeer(peer, run);
  },
});

async function restartPeer(peer: PeerSession, run: Run): Promise<void> {
  const { ok, text } = await runCli(peer, "xCommand Restart");
  if (!ok) throw new StepError(`${peer.name} does not restart: ${text}`);
  await run.advance(seconds(1));
  const latest = run.elapsed + LONGEST_RESTART;
  while (!peer.up && run.elapsed < latest) await run.advance(seconds(10));
  if (!peer.up) throw new StepError(`${peer.name} has not come back from its restart`);
}

/** What is done with the lab itself rather than on a peer. */
export const labActions = [
  advance,
  restart,
  fault,
  mend,
  slip,
  power,
  call,
  hangUp,
  load,
  register,
  unregister,
  provisioningLicenses,
  allocate,
  release,
  image,
] as const;
