import { Type } from "typebox";
import { VERSION_PATTERN } from "../../../peer/core/identity.ts";
import { parseOffset } from "../../control/parse-duration.ts";
import { CONTACT_ALARMS } from "../fault-alarms.ts";
import { faultKind } from "../fault-kind.ts";
import { offset } from "../rule-members.ts";

/** Drift beyond this is no clock any more. */
const MOST_DRIFT_PPM = 100_000;

/** What an upgrade goes to when nobody says. */
const NEXT_VERSION = "X8.1.1";

/** Faults of one peer. */
export const peerKinds = [
  faultKind({
    name: "wrong-key",
    // What the operator configured stays as it is: nothing wrong is left behind in the data when the lab ends or the peer
    // crashes meanwhile, and a key that the operator enters meanwhile is not overwritten at the end.
    summary:
      "The peer uses another cluster pre-shared key than the configured one. Its configuration stays as it is, so no page mends it; for a key that is mistyped on the page there is the slip of the same name.",
    place: "peer",
    parameters: Type.Object({
      key: Type.Optional(Type.String({ description: "the key that it uses; by default one that nobody else has" })),
    }),
    words: () => "the pre-shared key is wrong",
    alarms: () => CONTACT_ALARMS,
    begin: ({ scene, peers, parameters, occurrence }) => {
      occurrence.fires();
      const key = parameters.key ?? scene.world.random.uuid();
      for (const peer of peers) peer.falsifyKey(key);
      return () => {
        for (const peer of peers) peer.falsifyKey(undefined);
      };
    },
  }),
  faultKind({
    name: "clock-step",
    summary: "The peer's clock jumps, once. Its NTP client corrects it at the next poll, if it has a server.",
    place: "peer",
    parameters: Type.Object({ by: offset("how far, and which way") }),
    words: ({ by }) => `the clock jumps by ${by}`,
    alarms: () => [],
    begin: ({ peers, parameters, occurrence, over }) => {
      occurrence.fires();
      for (const peer of peers) peer.clock.step(parseOffset(parameters.by));
      over();
      return () => {};
    },
  }),
  faultKind({
    name: "clock-drift",
    summary: "The peer's clock runs fast, or slow.",
    place: "peer",
    parameters: Type.Object({
      ppm: Type.Number({
        minimum: -MOST_DRIFT_PPM,
        maximum: MOST_DRIFT_PPM,
        description: `seconds gained in a million, -${MOST_DRIFT_PPM} to ${MOST_DRIFT_PPM}`,
      }),
    }),
    words: ({ ppm }) => `the clock gains ${ppm} seconds in a million`,
    alarms: () => [],
    begin: ({ peers, parameters, occurrence }) => {
      occurrence.fires();
      for (const peer of peers) peer.clock.drift(parameters.ppm);
      return () => {
        for (const peer of peers) peer.clock.drift(0);
      };
    },
  }),
  faultKind({
    name: "crash",
    summary:
      "The peer loses its power: what it had in memory is gone, and what it was writing to its store never happened. It stays off until `xtwin power PEER on`.",
    place: "peer",
    parameters: Type.Object({
      write: Type.Optional(
        Type.Integer({
          minimum: 1,
          description: "in the middle of which of its next writes to its store, from 1; by default at once",
        }),
      ),
      comesBack: Type.Optional(
        Type.Boolean({ description: "true: it comes back by itself, after the time of a reboot" }),
      ),
    }),
    words: ({ write, comesBack }) =>
      [
        "the power fails",
        write === undefined ? "" : ` during write ${write} to the store`,
        comesBack ? ", and comes back" : "",
      ].join(""),
    // One that waits for a write has done nothing yet.
    alarms: ({ write }) => (write === undefined ? CONTACT_ALARMS : []),
    begin: ({ peers, parameters: { write, comesBack = false }, occurrence, over }) => {
      const [peer] = peers;
      const crash = (): void => {
        occurrence.fires();
        peer?.crash({ comesBack });
        over();
      };
      if (write === undefined) {
        crash();
        return () => {};
      }
      let left = write;
      return (
        peer?.onStoreWrite(() => {
          if (--left === 0) crash();
        }) ?? (() => {})
      );
    },
  }),
  faultKind({
    name: "copy-not-kept",
    summary:
      "The peer's store loses the cluster-wide configuration that is copied to it, silently. Everything else is kept.",
    place: "peer",
    parameters: Type.Object({}),
    words: () => "the store does not keep what is copied",
    alarms: () => [20009],
    begin: ({ peers, occurrence }) => {
      occurrence.fires();
      for (const peer of peers) peer.loseCopies(true);
      return () => {
        for (const peer of peers) peer.loseCopies(false);
      };
    },
  }),
  faultKind({
    name: "peer-file-missing",
    summary:
      "The peer loses the configuration files that it keeps for copying, once: its own, and as a primary those of its subordinates.",
    place: "peer",
    parameters: Type.Object({}),
    words: () => "the configuration files of peers are lost",
    alarms: () => [20014],
    mendAfterwards: () => "xCommand ForceConfigUpdate on each peer that has 20014, never on the primary",
    begin: ({ peers, occurrence, over }) => {
      occurrence.fires();
      for (const peer of peers) peer.losePeerFiles();
      over();
      return () => {};
    },
  }),
  faultKind({
    name: "database-damaged",
    summary:
      "Pages of the peer's database are overwritten, once. A peer that is up notices at once and restarts; one that is down notices when it starts. The damaged file is kept beside the new one in a lab with a data directory; in memory, nothing of it is.",
    place: "peer",
    parameters: Type.Object({}),
    words: () => "the database is damaged",
    alarms: () => [15005, ...CONTACT_ALARMS],
    mendAfterwards: (peer) =>
      `take ${peer} out of the cluster, restore its own backup on Maintenance > Backup and restore, and add it again`,
    begin: ({ peers, occurrence, over }) => {
      occurrence.fires();
      for (const peer of peers) peer.damageDatabase();
      over();
      return () => {};
    },
  }),
  faultKind({
    name: "upgrade-in-progress",
    summary:
      "A software upgrade of the peer never finishes: nothing is copied in its cluster. When the fault ends, nothing has been installed.",
    place: "peer",
    parameters: Type.Object({
      version: Type.Optional(
        Type.String({
          pattern: VERSION_PATTERN.source,
          description: `the version that is being installed, such as ${NEXT_VERSION}, the default`,
        }),
      ),
    }),
    words: ({ version = NEXT_VERSION }) => `an upgrade to ${version} goes on`,
    alarms: () => [20008],
    begin: ({ peers, parameters: { version = NEXT_VERSION }, occurrence }) => {
      occurrence.fires();
      for (const peer of peers) peer.stallUpgrade(version);
      return () => {
        for (const peer of peers) peer.stallUpgrade(undefined);
      };
    },
  }),
];
