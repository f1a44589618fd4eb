import type { ComponentChildren } from "preact";
import type { ItemPath } from "../../../model/configuration/index.ts";
import type { ValueSpace } from "../../../model/types.ts";
import { isMandatory, rangeText } from "./field-words.ts";

/** So many characters are to be seen in a field of the usual width. */
const LONGEST_IN_SIGHT = 36;

/** A field as it is drawn, in the page's words. */
export interface DrawnField {
  readonly name: string;
  readonly label: string;
  readonly values: ValueSpace;
  readonly description: string;
  readonly standard: string;
  /** What stands in the field. Of a secret: anything when there is one. */
  readonly value: string;
  /** Present for a drop-down. */
  readonly options?: readonly string[] | undefined;
  readonly words?: (value: string) => string;
  readonly peerSpecific?: boolean;
  readonly wrong?: boolean;
  readonly readOnly?: boolean;
  readonly beside?: ComponentChildren;
  /** The item that the field stands for, where it is one that is there. */
  readonly item?: ItemPath;
}

/** One line of a form: label with its marks, field, what goes beside it, help. */
export function FieldRow({ field }: { readonly field: DrawnField }) {
  return (
    <div class={field.wrong === true ? "row wrong" : "row"}>
      <div class="label">
        <label for={field.name}>{field.label}</label>
        {isMandatory(field) && field.options === undefined && (
          <span class="mandatory" title="Mandatory">
            *
          </span>
        )}
        {field.peerSpecific === true && (
          <span class="dagger" title="Peer-specific: not copied between the peers of a cluster">
            †
          </span>
        )}
      </div>
      <div class="field">
        {field.readOnly === true ? <output id={field.name}>{field.value}</output> : <FieldInput field={field} />}
        <FieldHelp field={field} />
        {field.values.kind === "secret" && field.value !== "" && <DeleteSecret />}
        {field.beside}
      </div>
    </div>
  );
}

function FieldInput({ field }: { readonly field: DrawnField }) {
  const { value, values, options } = field;
  const common = commonAttributes(field);
  if (options !== undefined) {
    return (
      <select {...common}>
        {options.map((option) => (
          <option key={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  if (values.kind === "secret") return <SecretInput field={field} />;
  if (values.kind === "integer")
    return <input type="text" inputMode="numeric" class="number" autocomplete="off" {...common} value={value} />;
  return <input type="text" class={widthFor(value)} autocomplete="off" spellcheck={false} {...common} value={value} />;
}

/** A field is wide where what stands in it is long. */
export const widthFor = (value: string | undefined): string | undefined =>
  (value?.length ?? 0) > LONGEST_IN_SIGHT ? "wide" : undefined;

/** A secret is never sent to the browser: an empty field leaves it as it is. */
function SecretInput({ field }: { readonly field: DrawnField }) {
  return (
    <input
      type="password"
      {...commonAttributes(field)}
      autocomplete="new-password"
      placeholder={field.value === "" ? undefined : "••••••••"}
    />
  );
}

/** With an empty field, the check box deletes the secret. */
function DeleteSecret() {
  return (
    <label class="delete-secret">
      <input type="checkbox" name="pwd_is_changed" value="1" /> Delete
    </label>
  );
}

const helpId = ({ name }: DrawnField): string => `${name}-help`;

function commonAttributes(field: DrawnField) {
  return {
    id: field.name,
    name: field.name,
    "aria-describedby": helpId(field),
    "aria-invalid": field.wrong === true ? "true" : undefined,
  } as const;
}

function FieldHelp({ field }: { readonly field: DrawnField }) {
  const { values, words = (value) => value } = field;
  return (
    <details class="help">
      <summary title={field.description}>i</summary>
      <div class="help-box" id={helpId(field)}>
        <p>{field.description}</p>
        <p>
          <b>Range:</b> {rangeText(values, words)}
        </p>
        {values.kind !== "secret" && (
          <p>
            <b>Default:</b> {field.standard === "" ? "blank" : words(field.standard)}
          </p>
        )}
        {field.item !== undefined && (
          <p>
            <b>Command line:</b> <code>xConfiguration {field.item}</code>
          </p>
        )}
      </div>
    </details>
  );
}
