import type { StatusElement } from "../types.ts";

/** The media channels of a call whose media goes through this peer, as in a call record of X8.11. */
export const mediaElement = {
  name: "Media",
  presentWhen: "media routed",
  children: [
    {
      name: "Channels",
      children: [
        {
          name: "Channel",
          index: "[1..n]",
          children: [
            { name: "Type", type: "enum", values: ["Audio", "Video", "Application"] },
            { name: "Protocol", type: "string" },
            { name: "FaxMode", type: "string" },
            { name: "Rate", type: "integer" },
            {
              name: "Packets",
              children: [
                {
                  name: "Forwarded",
                  children: [
                    { name: "Total", type: "integer" },
                    { name: "RTPAndRTCP", type: "integer" },
                    { name: "KeepAlives", type: "integer" },
                    { name: "Unknown", type: "integer" },
                  ],
                },
                {
                  name: "KeepAlives",
                  children: [
                    { name: "Total", type: "integer" },
                    { name: "Assent", type: "integer" },
                    { name: "H460", type: "integer" },
                    { name: "STUN", type: "integer" },
                  ],
                },
                {
                  name: "Errors",
                  children: [
                    { name: "Total", type: "integer" },
                    {
                      name: "Media",
                      children: [
                        { name: "NoDestination", type: "integer" },
                        { name: "InvalidType", type: "integer" },
                        { name: "FilterFailure", type: "integer" },
                        { name: "MediaDiscarded", type: "integer" },
                      ],
                    },
                    { name: "Assent", children: [{ name: "InvalidProbe", type: "integer" }] },
                    { name: "IP", children: [{ name: "Send", type: "integer" }] },
                  ],
                },
                {
                  name: "Analysis",
                  children: [
                    { name: "Duplicate", type: "integer" },
                    { name: "Lost", type: "integer" },
                    { name: "OutOfOrder", type: "integer" },
                    { name: "Unexpected", type: "integer" },
                    { name: "Jitter", type: "integer" },
                    { name: "JitterPeak", type: "integer" },
                    { name: "MaxBurstPktLost", type: "integer" },
                    { name: "AvgBurstPktLost", type: "integer" },
                  ],
                },
              ],
            },
            { name: "Incoming", children: [{ name: "Leg", type: "integer" }] },
            { name: "Outgoing", children: [{ name: "Leg", type: "integer" }] },
          ],
        },
      ],
    },
  ],
} as const satisfies StatusElement;
