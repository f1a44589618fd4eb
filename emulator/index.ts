/** What a program imports to run labs of its own. */
export { EmulatorError, errorTable, type ErrorCode } from "./errors.ts";
export { startLab, type Lab, type LabOptions, type LabPeer } from "./lab/lab.ts";
export type { FaultStatus } from "./lab/faults/active-fault.ts";
export type { FaultKind } from "./lab/faults/fault-kind.ts";
export { faultKinds } from "./lab/faults/fault-kinds.ts";
export { services } from "./lab/faults/services.ts";
export { commonMembers, type FaultRule } from "./lab/faults/rule-members.ts";
export type { SlipKind } from "./lab/slips/slip-kind.ts";
export { slipKinds } from "./lab/slips/slip-kinds.ts";
export { makeSlip, type MadeSlip, type SlipOrder } from "./lab/slips/make-slip.ts";
export type { Cause } from "./lab/causes/cause.ts";
export { causesOfPeer, why, type Why } from "./lab/why.ts";
export type { ClockStatus, LabStatus, PeerStatus } from "./lab/control/lab-status.ts";
export type { Scenario } from "./lab/scenario/scenario.ts";
export { parseScenario, readScenario } from "./lab/scenario/read-scenario.ts";
export { runScenario, type ScenarioResult } from "./lab/scenario/run-scenario.ts";
export { scenarioKinds, scenarioSchema } from "./lab/scenario/schema.ts";
export { dnsRecordKinds } from "./lab/topology/dns-record-kinds.ts";
export { builtInTopology, type ClusterPlan, type PeerPlan, type Topology } from "./lab/topology/topology.ts";
export { parseTopology, readTopology } from "./lab/topology/read-topology.ts";
export { Peer, type PeerOptions } from "./peer/peer.ts";
export { MemoryLog, createProcessLog, type Log } from "./world/log.ts";
export {
  createRealWorld,
  createSimulatedWorld,
  type RealWorld,
  type SimulatedWorld,
  type World,
} from "./world/world.ts";
