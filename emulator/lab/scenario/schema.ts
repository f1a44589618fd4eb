import { Type, type Static, type TSchema } from "typebox";
import { doTable } from "./do/do-table.ts";
import { expectTable } from "./expect/expect-table.ts";
import type { Row } from "./kinds.ts";
import { spanMember, textMember } from "./members.ts";
import { scenarioTopologySchema } from "./scenario-topology.ts";

/** A scenario file, given the shapes of what stands below `do` and below `all`. */
const schemaWith = <Do extends TSchema, Check extends TSchema>(action: Do, check: Check) =>
  Type.Object(
    {
      title: textMember("What it shows, in one line."),
      guide: Type.Optional(
        Type.Array(Type.String({ pattern: "^G\\d+\\.\\d+$" }), {
          description: "The behaviours of the cluster guide that it shows, by their ids in docs/fidelity.md.",
        }),
      ),
      topology: scenarioTopologySchema,
      steps: Type.Array(
        Type.Object(
          {
            title: Type.Optional(textMember("What is done, for whoever reads or does it.")),
            why: Type.Optional(textMember("Why it is done, or why it comes out so.")),
            hint: Type.Optional(textMember("For whoever is to do it without being told how.")),
            do: Type.Optional(Type.Array(action, { minItems: 1, description: "What is done, in this order." })),
            expect: Type.Optional(
              Type.Object(
                {
                  within: Type.Optional(spanMember("How much of the lab's time it may take; by default none.")),
                  all: Type.Array(check, { minItems: 1, description: "What has to be so, all at the same time." }),
                },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, description: "What is done and what is to come of it, in this order." },
      ),
    },
    { additionalProperties: false },
  );

const anyEntry = Type.Record(Type.String(), Type.Unknown());

/** The file without a look at the entries: each is then held against the schema of its own kind, which says more. */
export const outlineSchema = schemaWith(anyEntry, anyEntry);

export type OutlineStep = Static<typeof outlineSchema>["steps"][number];

/** The whole file, for editors that complete and check by it. */
export const scenarioSchema = schemaWith(
  Type.Union(doTable.map(({ schema }) => schema)),
  Type.Union(expectTable.map(({ schema }) => schema)),
);

/** What a step can do and expect: a member, a sentence and an example each, for the reference. */
export const scenarioKinds: Readonly<Record<"do" | "expect", readonly Pick<Row, "key" | "about" | "example">[]>> = {
  do: doTable,
  expect: expectTable,
};
