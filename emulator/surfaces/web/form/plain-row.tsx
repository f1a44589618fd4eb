import type { ComponentChildren } from "preact";
import { widthFor } from "./field-row.tsx";

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

interface TextProps extends FieldProps {
  /** What stands in the field. */
  readonly value?: string;
}

/** A text. */
export function TextRow({ name, value, ...row }: TextProps) {
  return (
    <PlainRow name={name} {...row}>
      <input
        type="text"
        class={widthFor(value)}
        id={name}
        name={name}
        autocomplete="off"
        spellcheck={false}
        value={value}
      />
    </PlainRow>
  );
}

/** A text of several lines. */
export function LinesRow({ name, value, ...row }: TextProps) {
  return (
    <PlainRow name={name} {...row}>
      <textarea id={name} name={name} rows={5} autocomplete="off" spellcheck={false}>
        {value}
      </textarea>
    </PlainRow>
  );
}

interface SelectProps extends TextProps {
  readonly options: readonly string[];
}

/** A drop-down. */
export function SelectRow({ name, value, options, ...row }: SelectProps) {
  return (
    <PlainRow name={name} {...row}>
      <select id={name} name={name}>
        {options.map((option) => (
          <option key={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
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
