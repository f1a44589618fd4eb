import type { PeerState } from "../../../store/state-rows.ts";
import type { Store } from "../../../store/store.ts";
import type { PeerWorld } from "../../../world/peer-world.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { Facts } from "../../core/facts.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { flawOfCertificates, flawOfKey, flawOfPair } from "./check-pem.ts";
import { checkUpload, type UploadedPair, type UploadVerdict } from "./check-upload.ts";
import { selfSignedCertificate } from "./self-signed.ts";
import type { ServerCertificate } from "./server-certificate.ts";
import { flawOfForm, makeRequest, type RequestForm } from "./signing-request.ts";
import { appendAuthorities, type AppendVerdict, trustedAuthorities, withoutAuthorities } from "./trusted-list.ts";

/** The PEM files of a peer: its certificate, the private key, and the CA certificates that it trusts. */
export type CertificateFile = "certificate" | "key" | "trusted";

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface CertificatesOptions {
  readonly store: Store;
  readonly world: Pick<PeerWorld, "clock" | "random" | "track">;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  /** The fully qualified name of the peer at this moment. */
  readonly subject: () => string;
  readonly address: string;
}

/** The X.509 certificates of a peer. All are peer-specific (guide, "Security certificates"). */
export class Certificates implements Part {
  readonly name = "certificates";
  #server: ServerCertificate | undefined;
  #clientSecurity = "NotRequired";
  #generating = false;
  readonly #listeners: (() => void)[] = [];

  constructor(private readonly options: CertificatesOptions) {}

  /** Makes a self-signed certificate where none is kept yet: the first boot. */
  start(): void {
    const { store, configuration } = this.options;
    this.#clientSecurity = configuration.get("Authentication Certificate Mode");
    this.#server = store.state.get("server certificate");
    if (this.#server) return;
    this.#server = this.#makeDefault();
    store.state.put("server certificate", this.#server);
  }

  /** @throws RangeError before the peer has started */
  get server(): ServerCertificate {
    if (!this.#server) throw new RangeError("the peer has not started");
    return this.#server;
  }

  /** `Authentication Certificate Mode` as it was at the last restart, which is when it takes effect (alarm 40009). */
  get clientSecurity(): string {
    return this.#clientSecurity;
  }

  /** Calls a listener when what the web server serves, or whom it trusts, is another from now on. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The files as they were written last, PEM; `trusted` is blank until then. */
  get files(): Readonly<Record<CertificateFile, string>> {
    const { state } = this.options.store;
    return { trusted: "", ...(state.get("server certificate") ?? this.server), ...state.get("certificate files") };
  }

  /** The CA certificates that the peer trusts, PEM; blank when there are none. */
  get trusted(): string {
    return this.options.store.state.get("certificate files")?.trusted ?? "";
  }

  /** The signing request in progress, PEM. */
  get request(): string | undefined {
    return this.options.store.state.get("certificate request")?.request;
  }

  /**
   * Takes a new file. Certificate and key come one after the other: the first waits until both belong together. They are
   * served from the next restart on.
   */
  write(file: CertificateFile, pem: string): { ok: true; detail: string } | { ok: false; reason: string } {
    const reason = file === "key" ? flawOfKey(pem) : flawOfCertificates(pem);
    if (reason !== undefined) return { ok: false, reason };
    const { state } = this.options.store;
    const files: Record<CertificateFile, string> = { ...this.files, [file]: pem };
    const { certificate, key } = files;
    const apart = { ...state.get("certificate files"), [file]: pem };
    if (file === "trusted") return this.#keep(apart, "kept");
    const flaw = flawOfPair(certificate, key);
    if (flaw !== undefined) return this.#keep(apart, `not used yet with its other half: ${flaw}`);
    this.#put({ certificate, key });
    return { ok: true, detail: "used from the next restart on" };
  }

  /** Serves another certificate from now on, with the key of the signing request, which is done then, or with one that was sent. */
  upload(sent: UploadedPair, actor: Actor): UploadVerdict {
    const { store, world } = this.options;
    const requested = store.state.get("certificate request")?.key;
    const verdict = checkUpload(sent, { requested, current: this.server.key }, world.clock.now());
    if (!verdict.ok) return verdict;
    store.transaction(() => {
      this.#put(verdict.pair);
      store.state.remove("certificate request");
    });
    this.#serve(verdict.pair, "the server certificate was uploaded", actor);
    return verdict;
  }

  /** Serves a certificate of its own making again. */
  resetServer(actor: Actor): void {
    const made = this.#makeDefault();
    this.#put(made);
    this.#serve(made, "the server certificate was reset to the default", actor);
  }

  /** Makes a private key and a request that is signed with it. Another has to be discarded first. */
  async generateRequest(form: RequestForm, actor: Actor): Promise<Verdict> {
    const { store, world } = this.options;
    const flaw = flawOfForm(form);
    if (flaw !== undefined) return { ok: false, reason: flaw };
    if (this.#generating || this.request !== undefined)
      return { ok: false, reason: "a certificate signing request is in progress: discard it first" };
    this.#generating = true;
    try {
      store.state.put("certificate request", await world.track(makeRequest(form)));
    } finally {
      this.#generating = false;
    }
    this.logEvent(`a signing request for ${form.commonName} was generated`, actor);
    return { ok: true };
  }

  discardRequest(actor: Actor): Verdict {
    if (this.request === undefined) return { ok: false, reason: "there is no certificate signing request" };
    this.options.store.state.remove("certificate request");
    this.logEvent("the signing request was discarded", actor);
    return { ok: true };
  }

  /** Adds the CA certificates of a file to those that the peer trusts. */
  append(file: Uint8Array, actor: Actor): AppendVerdict {
    const verdict = appendAuthorities(this.trusted, file);
    if (verdict.ok && verdict.added > 0) this.#trust(verdict.pem, `${verdict.added} CA certificates were added`, actor);
    return verdict;
  }

  /** @param ids those of the authorities to be trusted no more */
  distrust(ids: readonly string[], actor: Actor): Verdict {
    const known = new Set(trustedAuthorities(this.trusted).map(({ id }) => id));
    const missing = ids.find((id) => !known.has(id));
    if (missing !== undefined) return { ok: false, reason: `there is no CA certificate "${missing}"` };
    this.#trust(withoutAuthorities(this.trusted, ids), `${ids.length} CA certificates were deleted`, actor);
    return { ok: true };
  }

  /** Trusts nobody: a peer as unpacked has a certificate that signed itself, and no CA. */
  resetTrusted(actor: Actor): void {
    this.#trust("", "the trusted CA certificates were reset to the default", actor);
  }

  /** Writes what was done to certificates to the Event Log. */
  logEvent(detail: string, { user, source }: Actor): void {
    const from = { "Src-ip": source?.address, "Src-port": source?.port };
    this.options.log.event("web", "Certificate Management", { Detail: detail, ...from, User: user });
  }

  #makeDefault(): ServerCertificate {
    const { world, subject, address } = this.options;
    const serialNumber = world.random.bytes(15);
    return selfSignedCertificate({ subject: subject(), address, serialNumber, now: world.clock.now() });
  }

  #put(pair: ServerCertificate): void {
    const { store } = this.options;
    const { trusted } = this;
    store.transaction(() => {
      store.state.put("server certificate", pair);
      store.state.put("certificate files", trusted === "" ? {} : { trusted });
    });
  }

  #serve(pair: ServerCertificate, what: string, actor: Actor): void {
    this.#server = pair;
    this.logEvent(what, actor);
    this.#changed();
  }

  #trust(trusted: string, what: string, actor: Actor): void {
    this.#keep({ ...this.options.store.state.get("certificate files"), trusted }, "kept");
    this.logEvent(what, actor);
  }

  #keep(files: PeerState["certificate files"], detail: string): { ok: true; detail: string } {
    this.options.store.state.put("certificate files", files);
    this.#changed();
    return { ok: true, detail };
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
    this.options.facts.changed();
  }
}
