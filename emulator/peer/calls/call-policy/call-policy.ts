import { checkCpl } from "../../../../protocol/cpl/check-cpl.ts";
import { XmlError } from "../../../../protocol/xapi/xml-reader.ts";
import type { Store } from "../../../store/store.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { callPolicyRules, placeNewRulesLast } from "./call-policy-rules.ts";

export type PolicyFileResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface CallPolicyOptions {
  readonly store: Store;
  readonly configuration: Configuration;
  readonly log: EventLog;
}

/**
 * The local Call Policy: an uploaded CPL script or rules, never both (VCS guide X8.1.1, "Configuring Call Policy"). It is kept;
 * no call is judged by it.
 */
export class CallPolicy implements Part {
  readonly name = "Call Policy";

  constructor(private readonly options: CallPolicyOptions) {
    const { configuration } = options;
    placeNewRulesLast(configuration);
    configuration.guard((changes): ChangeResult => {
      const added = changes.find(
        ({ path, value }) =>
          value !== null && path.startsWith("Policy AdministratorPolicy Rule ") && !configuration.rows.exists(path),
      );
      if (!added || this.file === undefined) return { ok: true };
      return { ok: false, path: added.path, reason: "there is an uploaded Call Policy file: delete it to use rules" };
    });
  }

  /** The script as it was uploaded; undefined where there is none. */
  get file(): string | undefined {
    return this.options.store.state.get("call policy file");
  }

  /** Takes a script in place of the one before. */
  upload(bytes: Uint8Array, actor: Actor): PolicyFileResult {
    if (callPolicyRules(this.options.configuration).length > 0)
      return { ok: false, reason: "there are Call Policy rules: delete them to use a file" };
    if (bytes.length === 0) return { ok: false, reason: "no file was chosen, or the file is empty" };
    const text = utf8Of(bytes);
    if (text === undefined) return { ok: false, reason: "the file is not a text in UTF-8" };
    const flaw = flawOf(text);
    if (flaw !== undefined) return { ok: false, reason: `the file is not a CPL script: ${flaw}` };
    this.options.store.state.put("call policy file", text);
    this.#logEvent("Call Policy file uploaded", actor);
    return { ok: true };
  }

  delete(actor: Actor): PolicyFileResult {
    if (this.file === undefined) return { ok: false, reason: "there is no uploaded Call Policy file" };
    this.options.store.state.remove("call policy file");
    this.#logEvent("Call Policy file deleted", actor);
    return { ok: true };
  }

  #logEvent(detail: string, { user, source }: Actor): void {
    const who = { User: user, "Src-ip": source?.address, "Src-port": source?.port };
    this.options.log.event("web", "Policy Change", { Detail: detail, ...who });
  }
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function flawOf(text: string): string | undefined {
  try {
    checkCpl(text);
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
}
