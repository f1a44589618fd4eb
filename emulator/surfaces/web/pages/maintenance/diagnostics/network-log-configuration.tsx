import { networkModules } from "../../../../../model/logs/log-modules.ts";
import { formPage } from "../../../form/form-page.tsx";
import { levelWords } from "./level-words.ts";

/** Maintenance > Diagnostics > Advanced > Network Log configuration: the level of each module. */
export const networkLogConfiguration = formPage({
  sections: [
    {
      title: "Levels of the modules",
      fields: networkModules.map(({ name, logger }) => ({
        item: `Logger Network ${logger} Level` as const,
        label: name,
        words: levelWords,
      })),
    },
  ],
  status: ({ device }) =>
    device.diagnostics.logging.running && (
      <p class="field-note">Diagnostic logging is in progress: every module writes at least at level Debug.</p>
    ),
});
