import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Part } from "../../core/part.ts";

const NEW_PUBLISHER = /^CollaborationEdge (UnifiedCM|IMP) \d+ Address$/;

/** The publishers that mobile and remote access is set up with. They are kept; nobody is asked by AXL what is behind them. */
export class Publishers implements Part {
  readonly name = "publishers";

  constructor(configuration: Configuration, unimplemented: Unimplemented) {
    configuration.onChange((changes) => {
      for (const { path, to, created } of changes)
        if (created && NEW_PUBLISHER.test(path)) unimplemented.note(`look-up of the publisher ${to} by AXL`);
    });
  }
}
