import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NEW_KEY } from "./authority.ts";
import { run } from "./program.ts";

export const SUFFIX = "dc=example,dc=com";
export const MANAGER = `cn=manager,${SUFFIX}`;
export const MANAGER_PASSWORD = "of the manager";

const SCHEMAS = ["core", "cosine", "inetorgperson"].map((name) => `include /etc/ldap/schema/${name}.schema`);

/** Debian's OpenLDAP server as a child of the test, on an address of its own, with its files in a directory of its own. */
export class Slapd {
  #process: ChildProcess | undefined;

  private constructor(
    readonly address: string,
    readonly port: number,
    readonly tlsPort: number,
    private readonly folder: string,
    /** The certificate that it serves, which has signed itself; PEM. */
    readonly certificateFile: string,
  ) {}

  static async prepare(address: string, { port, tlsPort }: { port: number; tlsPort: number }): Promise<Slapd> {
    const folder = await mkdtemp(join(tmpdir(), "xtwin-slapd-"));
    await mkdir(join(folder, "db"));
    const [certificate, key] = [join(folder, "server.pem"), join(folder, "key.pem")];
    const names = ["-subj", "/CN=ldap.example.com", "-addext", `subjectAltName=IP:${address}`];
    const selfSigned = ["req", "-x509", ...NEW_KEY, "-nodes", "-days", "2", ...names];
    const made = await run("openssl", [...selfSigned, "-out", certificate, "-keyout", key]);
    if (made.code !== 0) throw new Error(made.stderr);
    await writeFile(
      join(folder, "slapd.conf"),
      [
        ...SCHEMAS,
        "modulepath /usr/lib/ldap",
        "moduleload back_mdb",
        // Who binds with DIGEST-MD5 is the account of that name.
        `authz-regexp uid=([^,]*),(cn=[^,]*,)?cn=digest-md5,cn=auth uid=$1,ou=people,${SUFFIX}`,
        "sasl-realm example.com",
        "sasl-secprops none",
        `pidfile ${join(folder, "pid")}`,
        `TLSCertificateFile ${certificate}`,
        `TLSCertificateKeyFile ${key}`,
        "database mdb",
        `suffix "${SUFFIX}"`,
        `rootdn "${MANAGER}"`,
        `rootpw "${MANAGER_PASSWORD}"`,
        `directory ${join(folder, "db")}`,
        // What Active Directory does: who has not said who they are sees nothing.
        "access to attrs=userPassword by anonymous auth by * none",
        "access to * by users read by * auth",
        "",
      ].join("\n"),
    );
    return new Slapd(address, port, tlsPort, folder, certificate);
  }

  async start(): Promise<void> {
    const urls = `ldap://${this.address}:${this.port} ldaps://${this.address}:${this.tlsPort}`;
    const child = spawn("/usr/sbin/slapd", ["-f", join(this.folder, "slapd.conf"), "-h", urls, "-d", "0"], {
      stdio: "ignore",
    });
    this.#process = child;
    const who = ["-x", "-H", `ldap://${this.address}:${this.port}`, "-D", MANAGER, "-w", MANAGER_PASSWORD];
    while ((await run("ldapwhoami", who)).code !== 0) {
      if (child.exitCode !== null) throw new Error(`slapd ended with ${child.exitCode}`);
    }
  }

  async add(ldif: string): Promise<void> {
    const to = ["-x", "-H", `ldap://${this.address}:${this.port}`, "-D", MANAGER, "-w", MANAGER_PASSWORD];
    const { code, stderr } = await run("ldapadd", to, ldif);
    if (code !== 0) throw new Error(stderr);
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }
}
