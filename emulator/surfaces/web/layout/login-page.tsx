import { productNames } from "../../../peer/core/identity.ts";
import type { Device } from "../../../peer/device.ts";
import { SessionField, SubmitButton } from "../form/form.tsx";
import { peerName } from "../tables/peer-names.ts";
import { renderDocument } from "./document.tsx";
import { TwinRibbon } from "./twin-ribbon.tsx";

export interface LoginPageOptions {
  readonly device: Device;
  /** Kept in the field after a failure. */
  readonly username?: string;
  readonly failure?: string;
  readonly expired?: boolean;
  /** The browser's certificate says who comes: there is nothing to fill in. */
  readonly byCertificate?: boolean;
}

/** The way in: programs know it by its title and by the words of an expired session. */
export function loginPage({ device, username, failure, expired, byCertificate }: LoginPageOptions): string {
  const product = productNames[device.identity.product];
  return renderDocument({
    title: "Login",
    children: (
      <div class="login">
        <TwinRibbon device={device} />
        <main class="login-box">
          <p class="product">{product}</p>
          <Welcome device={device} />
          <h1>Administrator login</h1>
          {expired === true && (
            <p class="refused">
              <b>Login expired</b>
            </p>
          )}
          {failure !== undefined && (
            <p class="refused" role="alert">
              <b>Login failed</b>: {failure}
            </p>
          )}
          {byCertificate === true ? (
            <a class="button" href="/login">
              Try again
            </a>
          ) : (
            <form method="post" action="/login">
              {/* Nothing is tied to it before somebody is logged in; clients expect every form to have it. */}
              <SessionField value={device.random.uuid()} />
              <div class="login-field">
                <label for="username">Username</label>
                <input type="text" id="username" name="username" autocomplete="username" autofocus value={username} />
              </div>
              <div class="login-field">
                <label for="password">Password</label>
                <input type="password" id="password" name="password" autocomplete="current-password" />
              </div>
              <input type="hidden" name="formbutton" value="Login" />
              <SubmitButton label="Login" />
            </form>
          )}
          <p class="system">
            {peerName(device)} · {device.identity.softwareVersion} · {device.identity.serialNumber}
          </p>
        </main>
        <p class="hint">
          This twin stands for a Cisco Expressway, the TelePresence Video Communication Server that once was
          TANDBERG&apos;s. As unpacked it has the account <b>admin</b> with the password <b>TANDBERG</b>.
        </p>
      </div>
    ),
  });
}

/** What the operator has everybody read first (System > Login page); nothing as unpacked. */
function Welcome({ device: { configuration, loginImage } }: Pick<LoginPageOptions, "device">) {
  const [title, text] = [configuration.get("Login Page Title"), configuration.get("Login Page Message")];
  return (
    <>
      {loginImage.file && <img class="login-image" src="/static/loginimage" alt="" />}
      {title !== "" && <p class="welcome title">{title}</p>}
      {text !== "" && <p class="welcome">{text}</p>}
    </>
  );
}
