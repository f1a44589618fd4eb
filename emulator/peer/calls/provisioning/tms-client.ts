import { readHttp } from "../../../../protocol/http/message.ts";
import {
  decodeTmsState,
  encodeTmsRequest,
  type TmsRequest,
  type TmsState,
} from "../../../../protocol/tms/provisioning.ts";
import type { SecureOptions } from "../../../world/secure-connection.ts";
import {
  askHttp,
  HTTP_PORT,
  HTTPS_PORT,
  type HttpAnswer,
  type HttpClientOptions,
} from "../../network/http/http-request.ts";

export type TmsAnswer =
  { readonly ok: true; readonly state: TmsState } | { readonly ok: false; readonly reason: string };

/** Asks a TMS over HTTP, or over HTTPS where it is told how the TMS is known; `done` is called once. */
export function askTms(
  options: HttpClientOptions,
  { address, secured }: { readonly address: string; readonly secured: SecureOptions | undefined },
  request: TmsRequest,
  done: (answer: TmsAnswer) => void,
): void {
  const read = (received: Uint8Array): TmsState | undefined => {
    const message = readHttp(received);
    return message && decodeTmsState(message);
  };
  const told = (answer: HttpAnswer<TmsState>): void => done(answer.ok ? { ok: true, state: answer.read } : answer);
  askHttp(
    options,
    { name: "TMS answer", server: { address, port: secured ? HTTPS_PORT : HTTP_PORT }, secured, read },
    encodeTmsRequest(request, address),
    told,
  );
}
