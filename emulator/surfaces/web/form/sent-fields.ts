/** A file as a form sent it. */
export interface SentFile {
  /** As the sender calls it, without folders; blank where none was chosen. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What came with a request, by field name: of a form or of the address. */
export class SentFields {
  readonly #values = new Map<string, readonly string[]>();

  /** @param parsed what the framework made of the text; anything else counts as nothing sent */
  constructor(
    parsed: unknown,
    private readonly files: ReadonlyMap<string, SentFile> = new Map(),
  ) {
    if (typeof parsed !== "object" || parsed === null) return;
    for (const [name, value] of Object.entries(parsed)) {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      this.#values.set(
        name,
        values.filter((each) => typeof each === "string"),
      );
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name)?.[0];
  }

  /** All values of a field that may be sent several times: check boxes. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** The file of a field, an empty one where none was sent. */
  file(name: string): SentFile {
    return this.files.get(name) ?? { name: "", bytes: new Uint8Array() };
  }

  /** The fields that came with a file. */
  get fileFields(): readonly string[] {
    return [...this.files.keys()];
  }

  /** The label of the button that was pressed. Programs write its name in either way. */
  get button(): string {
    return this.get("submitbutton") ?? this.get("submitButton") ?? this.get("formbutton") ?? "";
  }
}
