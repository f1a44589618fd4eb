import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** 127.200.0 to 127.254.255: neither labs for people nor scenarios use them. */
const FIRST = 200;
const SECONDS = 55;
const THIRDS = 256;

/** Whoever listens here has the network. No address ending in 253 and no port like this is of use to a test. */
const HOST = 253;
const PORT = 9753;

/**
 * A loopback network that no other process has, `127.211.34`: tests of several workers, and of several runs on one
 * machine, never meet. It is claimed by a listener that lives as long as the worker, so nothing has to be given back.
 */
export const NETWORK = await claimNetwork();

/** The text as a regular expression matches it. */
export const literally = (text: string): string => text.replaceAll(".", "\\.");

/** An address of that network. */
export const loopback = (host: number): string => `${NETWORK}.${host}`;

async function claimNetwork(): Promise<string> {
  const network = `127.${FIRST + randomInt(SECONDS)}.${randomInt(THIRDS)}`;
  return (await claim(`${network}.${HOST}`)) ? network : claimNetwork();
}

function claim(host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer().unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen({ host, port: PORT, exclusive: true }, () => resolve(true));
  });
}
