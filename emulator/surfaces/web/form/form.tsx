import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Visit } from "../visit.ts";

export interface FormProps {
  readonly visit: Visit;
  readonly class?: string;
  /** Said of a form with a file in it. */
  readonly files?: true;
  readonly children: ComponentChildren;
}

/** Whether the buttons of a form are there for whoever looks. */
const MayAct = createContext(true);

/**
 * A form of the pages: it goes back to the address it is on, with the hidden field that proves where it comes from. Those who may
 * not change anything see the fields and no button.
 */
export function Form({ visit, class: name, files, children }: FormProps) {
  return (
    <form method="post" action={visit.url} class={name} encType={files && "multipart/form-data"}>
      <SessionField value={visit.session.formId} />
      <MayAct.Provider value={visit.mayAct}>
        {visit.mayAct ? (
          children
        ) : (
          <fieldset class="seen-only" disabled>
            {children}
          </fieldset>
        )}
      </MayAct.Provider>
    </form>
  );
}

/** The hidden field comes first in its form, its attributes in this order: clients read them with line patterns. */
export function SessionField({ value }: { readonly value: string }) {
  return <input type="hidden" name="sessionid" id="sessionid" value={value} />;
}

export interface ButtonProps {
  readonly label: string;
  readonly minor?: boolean;
}

/** A button whose label the program behind the page gets as `submitbutton`. */
export function SubmitButton({ label, minor = false }: ButtonProps) {
  if (!useContext(MayAct)) return null;
  return (
    <button type="submit" name="submitbutton" value={label} class={minor ? "button minor" : "button"}>
      {label}
    </button>
  );
}
