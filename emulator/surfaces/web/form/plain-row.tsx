import type { ComponentChildren } from "preact";

interface PlainRowProps {
  readonly name: string;
  readonly label: string;
  /** What is to be known about the field. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** One line of a form whose field is no item of the configuration: a file, a password that is used once. */
function PlainRow({ name, label, hint, children }: PlainRowProps) {
  return (
    <div class="row">
      <div class="label">
        <label for={name}>{label}</label>
      </div>
      <div class="field">
        {children}
        {hint !== undefined && <p class="field-note">{hint}</p>}
      </div>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A file chooser. */
export function FileRow({ name, ...row }: FieldProps) {
  return (
    <PlainRow name={name} {...row}>
      <input type="file" id={name} name={name} />
    </PlainRow>
  );
}

/** A text. */
export function TextRow({ name, ...row }: FieldProps) {
  return (
    <PlainRow name={name} {...row}>
      <input type="text" id={name} name={name} autocomplete="off" spellcheck={false} />
    </PlainRow>
  );
}

interface PasswordProps extends FieldProps {
  /** Said of the password that its owner has now. */
  readonly current?: true;
}

/** A password that is typed for this one time. */
export function PasswordRow({ name, current, ...row }: PasswordProps) {
  return (
    <PlainRow name={name} {...row}>
      <input type="password" id={name} name={name} autocomplete={current ? "current-password" : "new-password"} />
    </PlainRow>
  );
}

/** Browsers look for the user whose password a form has. It is nobody's: the field is not shown and not sent. */
export function NobodysPassword() {
  return <input type="text" autocomplete="username" hidden />;
}
