import { minutes, seconds } from "../../../emulator/world/duration.ts";
import type { Finding } from "../checkers/checker.ts";
import { cure } from "./cures.ts";
import { mend, putAllBack } from "./mending.ts";
import { endFaults, perform } from "./perform.ts";
import { setUp, tell, type Stage } from "./stage.ts";
import type { Ending, Story } from "./story.ts";
import { wrongInCluster } from "./verdict.ts";
import { wordsOf } from "./words.ts";

export interface Outcome {
  /** What happened, for whoever has to find out why a story fails. */
  readonly told: readonly string[];
  /** What did not hold on the way or does not hold at the end; empty when all is well. */
  readonly findings: readonly Finding[];
}

/** How long it takes until all heals by itself: a restart, then two copies, then some. */
const QUIET = minutes(12);

/** Two copy intervals and a restart, and a round of probes. */
const UNDONE_WITHIN = minutes(7) + seconds(30);

/** A database is made anew; then its settings ask for a restart; then the copy has to be forced. */
const CURES = 3;

/** Plays a story from its setup to its ending. The same story gives the same run. */
export async function play(story: Story): Promise<Outcome> {
  const stage = await playSteps(story);
  const left = await endings[story.ending](stage, story);
  const { cluster, checkers, told } = stage;
  const at = cluster.world.clock.monotonic();
  const errors = cluster.log.errors.map(({ message, error }) => `${message}: ${String(error)}`);
  await cluster.stop();
  return {
    told: [story.about, ...told],
    findings: [
      ...checkers.findings,
      ...errors.map((what): Finding => ({ invariant: "error", of: "log", at, what })),
      ...left.map((what): Finding => ({ invariant: story.ending, of: "end", at, what })),
    ],
  };
}

async function playSteps({ setup, steps, ends }: Pick<Story, "setup" | "steps" | "ends">): Promise<Stage> {
  const stage = await setUp(setup);
  const { clock } = stage.cluster.world;
  for (const { at, ...step } of steps) {
    await stage.cluster.advance(Math.max(0, seconds(at) - clock.monotonic()));
    tell(stage, wordsOf(step));
    if (!(await perform(stage, step))) tell(stage, "  in vain");
  }
  await stage.cluster.advance(Math.max(0, seconds(ends) - clock.monotonic()));
  return stage;
}

/** What is wrong after each ending. */
const endings: Readonly<Record<Ending, (stage: Stage, story: Story) => Promise<string[]>>> = {
  mending: (stage) => mend(stage),
  quiet: async (stage) => {
    const { cluster } = stage;
    endFaults(stage);
    tell(stage, "quiet");
    await cluster.advance(QUIET);
    // Who edited an item that the primary edited too has to choose: the operator forces the update.
    for (const place of cluster.peers.keys())
      if (cluster.alarms(place + 1).includes(20011)) await cure(stage, place + 1);
    return wrongInCluster(cluster);
  },
  comparison: compare,
};

/** I5: what was done and undone has left no trace: alarms and digests are those of a run without it. */
async function compare(stage: Stage, story: Story): Promise<string[]> {
  const { cluster, touched } = stage;
  await cluster.advance(UNDONE_WITHIN);
  for (let round = 1; round <= CURES; round++) {
    let cured = false;
    for (const place of cluster.peers.keys()) if (await cure(stage, place + 1)) cured = true;
    // Who had to make a database anew enters the settings again.
    if (touched.of("made anew").length > 0) putAllBack(stage);
    if (cured) await cluster.advance(UNDONE_WITHIN);
  }
  const now = cluster.world.clock.monotonic() / 1000;
  const without = await playSteps({ ...story, steps: [], ends: now });
  const wrong = cluster.peers.flatMap((_, place) => {
    const [is, would] = [traces(stage, place + 1), traces(without, place + 1)];
    return is === would ? [] : [`peer ${place + 1} has ${is}, and without the story ${would}`];
  });
  await without.cluster.stop();
  return wrong;
}

function traces({ cluster }: Stage, peer: number): string {
  const device = cluster.peers[peer - 1]?.device;
  if (!device) return "no power";
  return `alarms ${cluster.alarms(peer).join(", ") || "none"}, digest ${device.configuration.digest.text}`;
}
