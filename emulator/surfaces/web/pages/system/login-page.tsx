import { LARGEST_IMAGE_BYTES } from "../../../../peer/access/login-page/login-image.ts";
import { formPage } from "../../form/form-page.tsx";
import { Form, SubmitButton } from "../../form/form.tsx";
import { FileRow } from "../../form/plain-row.tsx";
import type { Outcome, Page } from "../../page.ts";
import type { Visit } from "../../visit.ts";

const UPLOAD = "Upload image";
const DELETE = "Delete image";

const message = formPage({
  sections: [{ title: "Welcome message", fields: [{ item: "Login Page Title" }, { item: "Login Page Message" }] }],
});

/** System > Login page (Administrator Guide, "Configuring the Login page"): what the log-in page shows before anybody logs in. */
export const loginPageSettings: Page = {
  takesFiles: ["image"],
  sections: message.sections,
  view: (visit, refusal) => (
    <>
      {message.view(visit, refusal)}
      <Form visit={visit} class="page-form" files>
        <fieldset>
          <legend>Image</legend>
          <div class="row">
            <div class="label">Image in use</div>
            <div class="field">
              {visit.device.loginImage.file ? (
                <img class="login-image" src="/static/loginimage" alt="The image of the log-in page" />
              ) : (
                "none"
              )}
            </div>
          </div>
          <FileRow
            name="image"
            label="New image"
            hint={`JPG, GIF or PNG, up to ${LARGEST_IMAGE_BYTES / 1024} kB. One that is larger than 200 by 200 pixels is shown smaller.`}
          />
          <div class="buttons">
            <SubmitButton label={UPLOAD} />
            {visit.device.loginImage.file && <SubmitButton label={DELETE} minor />}
          </div>
        </fieldset>
      </Form>
    </>
  ),
  submit: (visit, sent) => {
    const { loginImage } = visit.device;
    if (sent.button === UPLOAD) return outcomeOf(visit, loginImage.upload(sent.file("image").bytes), "Image uploaded");
    if (sent.button === DELETE) return outcomeOf(visit, loginImage.delete(), "Image deleted");
    return message.submit(visit, sent);
  },
};

function outcomeOf(
  { url }: Visit,
  result: { readonly ok: true } | { readonly ok: false; readonly reason: string },
  text: string,
): Outcome {
  return result.ok ? { kind: "done", text, to: url } : { kind: "refused", reason: result.reason };
}
