import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { renderToString } from "preact-render-to-string";
import type { Actor } from "../../../peer/core/actor.ts";
import type { Device } from "../../../peer/device.ts";
import type { Rebuild, RestartKind } from "../../../peer/maintenance/going-down.ts";
import { TwinRibbon } from "../layout/twin-ribbon.tsx";
import { inLargestUnit } from "../tables/age.ts";
import { sendPage } from "./send-page.ts";
import { stylesheet } from "./static-assets.ts";

/** Administrator Guide, "Restart options": the page that follows each button. */
const words: Readonly<Record<RestartKind, { title: string; text: string }>> = {
  restart: { title: "Restarting", text: "The system is restarting." },
  reboot: { title: "Rebooting", text: "The system is rebooting." },
  shutdown: { title: "Shutting down", text: "The system is shutting down. It stays off until it is powered on again." },
};

export interface GoingDownOptions {
  readonly device: Device;
  readonly actor: Actor;
  readonly restart: RestartKind;
  /** What is done to its store while it is down. */
  readonly rebuild?: Rebuild | undefined;
  readonly lifeId: string;
}

/** Sends the last page of this life of the peer, and goes down once it has left. */
export async function sendGoingDown(reply: FastifyReply, options: GoingDownOptions): Promise<void> {
  const { device, actor, restart, rebuild, lifeId } = options;
  reply.raw.once("finish", () => device.maintenance.request(restart, actor, rebuild));
  void reply.header("content-security-policy", policy).header("connection", "close");
  const page = (
    <GoingDown device={device} restart={restart} lifeId={lifeId} moved={moved(device, reply.request.host)} />
  );
  await sendPage(reply, `<!DOCTYPE html>${renderToString(page)}\n`);
}

/** Where the system will be when it is back; undefined where that is where it was. @param host of the request, with its port */
function moved({ address, configuration }: Device, host: string): string | undefined {
  const next = configuration.get("Ethernet 1 IP V4 Address");
  if (next === address) return undefined;
  const port = /:\d+$/.exec(host)?.[0] ?? "";
  return `https://${next}${port}/login/`;
}

/** Asks until another life of the peer answers, then goes to its log-in page. */
const waitingScript = `
const { life } = document.body.dataset;
const ask = async () => {
  try {
    const answer = await fetch("/static/life", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== life) return location.replace("/login/");
  } catch {}
  setTimeout(ask, 1000);
};
if (life) setTimeout(ask, 1000);
`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// The server is gone before the browser could ask for anything else, so this page alone brings all it needs.
const policy = `default-src 'self'; style-src ${hashOf(stylesheet)}; script-src ${hashOf(waitingScript)}`;

interface PageProps extends Pick<GoingDownOptions, "device" | "restart" | "lifeId"> {
  /** A browser does not trust another address unasked: the operator is led there instead of the page waiting for it. */
  readonly moved: string | undefined;
}

function GoingDown({ device, restart, lifeId, moved: elsewhere }: PageProps) {
  const { title, text } = words[restart];
  const comesBack = restart !== "shutdown";
  const takes = comesBack ? ` This takes about ${inLargestUnit(device.maintenance.times[restart])}.` : "";
  const waits = comesBack && elsewhere === undefined;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
        {waits && (
          <noscript>
            <meta http-equiv="refresh" content="30; url=/login/" />
          </noscript>
        )}
      </head>
      <body data-life={waits ? lifeId : undefined}>
        <div class="login">
          <TwinRibbon device={device} />
          <main class="login-box">
            <h1>{title}</h1>
            <p>
              {text}
              {takes}
            </p>
            {comesBack && (
              <>
                <div class="progress" role="progressbar" aria-label={title} />
                {elsewhere === undefined ? (
                  <p>
                    The <a href="/login/">login page</a> comes up when the system is back.
                  </p>
                ) : (
                  <p>
                    The LAN 1 address has been changed. When the system is back, it is at{" "}
                    <a href={elsewhere}>{elsewhere}</a>.
                  </p>
                )}
              </>
            )}
          </main>
        </div>
        {waits && <script dangerouslySetInnerHTML={{ __html: waitingScript }} />}
      </body>
    </html>
  );
}
