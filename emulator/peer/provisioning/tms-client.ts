import { encodeHttp, readHttp } from "../../../protocol/http/message.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import {
  decodeTmsState,
  encodeTmsRequest,
  type TmsRequest,
  type TmsState,
} from "../../../protocol/tms/provisioning.ts";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";

const HTTP_PORT = 80;
const ANSWER_TIMEOUT: Milliseconds = seconds(10);

export type TmsAnswer =
  { readonly ok: true; readonly state: TmsState } | { readonly ok: false; readonly reason: string };

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly ownAddress: string;
}

/** Asks a TMS over HTTP; `done` is called once. */
export function askTms(
  { clock, network, ownAddress }: Options,
  address: string,
  request: TmsRequest,
  done: (answer: TmsAnswer) => void,
): void {
  const connection = network.connect(ownAddress, { address, port: HTTP_PORT });
  let received: Uint8Array = new Uint8Array();
  let finished = false;
  const finish = (answer: TmsAnswer): void => {
    if (finished) return;
    finished = true;
    timeout.cancel();
    connection.close();
    done(answer);
  };
  const fail = (reason: string): void => finish({ ok: false, reason });
  const timeout = clock.after("TMS answer", ANSWER_TIMEOUT, () => fail("no answer"));
  connection.onClose(() => fail("the connection was refused or ended"));
  connection.onData((data) => {
    received = Buffer.concat([received, data]);
    try {
      const message = readHttp(received);
      if (message) finish({ ok: true, state: decodeTmsState(message) });
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      fail(error.message);
    }
  });
  connection.send(encodeHttp(encodeTmsRequest(request, address)));
}
