import { createSnapshot, snapshotKinds } from "../../../../snapshot/create-snapshot.ts";
import { byButton } from "../../../form/by-button.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import type { Page } from "../../../page.ts";

/** Maintenance > Diagnostics > System snapshot (Administrator Guide, "Creating a system snapshot"). */
export const systemSnapshot: Page = {
  view: (visit) => (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>System snapshot</legend>
        {snapshotKinds.map(({ button, about }) => (
          <div key={button} class="row">
            <div class="label">
              <SubmitButton label={button} />
            </div>
            <div class="field">{about}</div>
          </div>
        ))}
      </fieldset>
    </Form>
  ),
  submit: byButton(
    Object.fromEntries(
      snapshotKinds.map((kind) => [
        kind.button,
        async ({ device }) => ({ kind: "file", ...(await createSnapshot(device, kind)) }),
      ]),
    ),
  ),
};
