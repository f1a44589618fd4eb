import { PEER_INDICES } from "../../../../peer/cluster/settings.ts";
import { formPage } from "../../form/form-page.tsx";
import type { FormField } from "../../form/form-section.ts";
import { shownTime } from "../../tables/peer-names.ts";
import { StateWord } from "../../tables/state-word.tsx";
import { ago } from "../../tables/age.ts";
import type { Visit } from "../../visit.ts";

/** System > Clustering (guide, "Creating a cluster of peers"). */
export const clustering = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "Alternates Cluster Name" },
        { item: "Alternates ConfigurationPrimary", choices: () => PEER_INDICES.map(String) },
        { item: "Alternates Cluster PreSharedKey" },
        ...PEER_INDICES.map((index): FormField => ({
          item: `Alternates Peer ${index} Address`,
          beside: (visit) => <PeerState visit={visit} index={index} />,
        })),
      ],
    },
  ],
  status: (visit) => <ClusterStatus visit={visit} />,
});

/** Guide: the state of a peer stands to the right of its address. */
function PeerState({ visit, index }: { readonly visit: Visit; readonly index: number }) {
  const entry = visit.device.cluster.entries().find((candidate) => candidate.index === index);
  return <span data-live={`peer-${index}`}>{entry && <StateWord word={entry.word} cause={entry.cause} />}</span>;
}

/** A system that is not clustered has no status part. */
function ClusterStatus({ visit: { device } }: { readonly visit: Visit }) {
  const { cluster } = device;
  if (cluster.settings.peers.length === 0) return null;
  const { lastSynchronization: last, nextSynchronization: next } = cluster;
  const none = cluster.replicationStatus === "Suspended" ? "suspended" : "none while an alarm stands in its way";
  return (
    <section class="status" data-live="status">
      <h2>Status</h2>
      <dl>
        <dt>Cluster database status</dt>
        <dd>
          <StateWord word={cluster.databaseStatus} />
        </dd>
        {/* Nothing is copied to the primary. */}
        {cluster.clustered && !cluster.primary && (
          <>
            <dt>Last synchronization</dt>
            <dd>
              {last === undefined ? "not yet" : shownTime(device, last)}
              {last !== undefined && ` (${ago(device.clock.now() - last)})`}
            </dd>
            <dt>Next synchronization</dt>
            <dd>{next === undefined ? none : shownTime(device, next)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
