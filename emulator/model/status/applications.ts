import type { StatusElement, StatusNode } from "../types.ts";
import { serviceStates } from "./elements.ts";

const status = { name: "Status", type: "enum", values: serviceStates } as const satisfies StatusElement;
const count = { name: "Count", type: "integer" } as const satisfies StatusElement;
const countAndMax = [count, { name: "Max", type: "integer" }] as const satisfies readonly StatusElement[];

/** Applications, TURN and policy services. Names and orders: X7.2.1 capture (TechNote 118675), X8.11.3 status.xml. */
export const applicationNodes = [
  {
    name: "Applications",
    cliOrder: 16,
    xmlOrder: 15,
    children: [
      {
        name: "Presence",
        children: [
          { name: "UserAgent", children: [status, { name: "Presentity", children: [count] }] },
          {
            name: "Server",
            children: [
              {
                name: "Subscriptions",
                children: [
                  ...countAndMax,
                  { name: "Expired", type: "integer" },
                  { name: "Subscribers", children: countAndMax },
                ],
              },
              status,
              { name: "Presentities", children: countAndMax },
              { name: "Publications", children: [{ name: "Presentities", children: countAndMax }] },
            ],
          },
        ],
      },
      { name: "ConferenceFactory", children: [status, { name: "NextAlias", type: "string" }] },
      {
        // The state of the cluster's replication is published as external application 1.
        name: "External",
        index: "[1..10]",
        children: [
          {
            name: "Status",
            children: [{ name: "ClusterStatus", children: [{ name: "ClusterState", type: "string" }] }],
          },
          {
            name: "LastUpdate",
            children: [
              { name: "Time", type: "string" },
              { name: "SecondsSinceLastRefresh", type: "integer" },
            ],
          },
        ],
      },
    ],
  },
  { name: "FindMeManager", cliOrder: 17, xmlOrder: 16, children: [] },
  {
    name: "TURN",
    cliOrder: 18,
    xmlOrder: 17,
    children: [
      {
        name: "Server",
        children: [
          status,
          { name: "Interface", type: "string", presentWhen: "Status is Active", assumed: true },
          { name: "Relays", children: [count], presentWhen: "Status is Active", assumed: true },
        ],
      },
    ],
  },
  { name: "Policy", cliOrder: 19, xmlOrder: 19, children: [] },
] as const satisfies readonly StatusNode[];
