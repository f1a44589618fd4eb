import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./program.ts";
import { temporaryDirectory } from "./xtwin.ts";

/** Made in no time, where an RSA key takes a fifth of a second. */
export const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"] as const;

/** An authority that `openssl ca` runs, in a directory of its own. */
export class OpensslAuthority {
  private constructor(private readonly folder: string) {}

  static async create(): Promise<OpensslAuthority> {
    const authority = new OpensslAuthority(temporaryDirectory());
    const { folder } = authority;
    await writeFile(join(folder, "index.txt"), "");
    await writeFile(join(folder, "serial"), "1000\n");
    await writeFile(
      join(folder, "ca.conf"),
      [
        "[ca]",
        "default_ca = here",
        "[here]",
        `database = ${join(folder, "index.txt")}`,
        `serial = ${join(folder, "serial")}`,
        `new_certs_dir = ${folder}`,
        `certificate = ${join(folder, "ca.pem")}`,
        `private_key = ${join(folder, "ca.key")}`,
        "default_md = sha256",
        "default_days = 30",
        "policy = anything",
        "copy_extensions = copy",
        "unique_subject = no",
        "[anything]",
        "commonName = supplied",
        "",
      ].join("\n"),
    );
    const made = ["-keyout", join(folder, "ca.key"), "-out", join(folder, "ca.pem")];
    await openssl("req", "-x509", ...NEW_KEY, "-nodes", "-days", "30", "-subj", "/CN=Lab Root", ...made);
    return authority;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), "utf8");
  }

  /** Signs a request, PEM. @returns the certificate, in the file of this name */
  async sign(name: string, request: string): Promise<string> {
    await writeFile(this.path(`${name}.csr`), request);
    const files = ["-in", this.path(`${name}.csr`), "-out", this.path(`${name}.pem`)];
    await openssl("ca", "-config", this.path("ca.conf"), "-batch", "-notext", ...files);
    return this.read(`${name}.pem`);
  }

  /** A key and a certificate for a name, as `<name>.key` and `<name>.pem`. */
  async issue(name: string, alternativeName: string): Promise<string> {
    const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${alternativeName}`];
    const files = ["-keyout", this.path(`${name}.key`), "-out", this.path(`${name}.csr`)];
    await openssl("req", ...NEW_KEY, "-nodes", ...subject, ...files);
    return this.sign(name, await this.read(`${name}.csr`));
  }

  async revoke(name: string): Promise<void> {
    await openssl("ca", "-config", this.path("ca.conf"), "-revoke", this.path(`${name}.pem`));
  }

  /** The revocation list as it is now, good for some days; PEM. */
  async revocationList(lasting = 7): Promise<string> {
    await openssl(
      "ca",
      "-config",
      this.path("ca.conf"),
      "-gencrl",
      "-crldays",
      String(lasting),
      "-out",
      this.path("crl.pem"),
    );
    return this.read("crl.pem");
  }
}

/** What openssl printed. @throws Error with what it complained of */
export async function openssl(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run("openssl", args);
  if (code !== 0) throw new Error(`openssl ${args.join(" ")}: ${stderr}`);
  return stdout;
}
