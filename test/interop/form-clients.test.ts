import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBackup } from "../../emulator/peer/maintenance/backup/read-backup.ts";
import { TestAuthority } from "../emulator/peer/access/certificates/authority.ts";
import { needs, needsPythonModule, PYTHON, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { temporaryDirectory } from "./xtwin.ts";
import { loopback } from "../loopback.ts";

needs("curl");
needs("sed");
needsPythonModule("requests");

const directory = temporaryDirectory();
const path = (name: string): string => join(directory, name);

let peer: RealPeer;
beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
  const now = Date.now();
  const validity = { from: now - 86_400_000, to: now + 86_400_000 };
  for (const name of ["curl", "requests"])
    writeFileSync(path(`${name}.pem`), new TestAuthority(name, validity).certificate);
  writeFileSync(path("picture.pem"), Buffer.from("iVBORw0KGgo=", "base64"));
});
afterAll(async () => {
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

const httpUrl = (): string => peer.httpsUrl.replace("https:", "http:").replace(/443$/, "080");

/** Runs a script; what it printed, line by line. */
async function lines(program: string, args: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await run(program, args);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
}

/** A shell script with curl and a cookie jar; `sessionid` is cut out of the page by the pattern that such scripts have. */
const SHELL = String.raw`
set -eu
base=$1 jar=$2/jar
web() { curl -sk --max-time 60 -b "$jar" -c "$jar" "$@"; }
login() { web -o /dev/null -w '%{http_code} %{redirect_url}\n' -H "Referer: $base/login" -d "username=$1&password=$2&submitbutton=Login&formbutton=Login" "$base/login"; }
id() { web "$base/$1" | sed -n 's/.*name="sessionid" id="sessionid" value="\([^"]*\)".*/\1/p' | head -n 1; }
bar() { sed -n 's/.*\(<b>Success<\/b>\|<b>Failed<\/b>\): \([^<]*\)<.*/\1 \2/p' | sed 's/<[^>]*>//g'; }
save() { page=$1 button=$2; shift 2; web -L --data-urlencode "sessionid=$(id "$page")" --data-urlencode "submitbutton=$button" --data-urlencode "formbutton=$button" "$@" "$base/$page" | bar; }
send() { page=$1 button=$2; shift 2; web -L -F "sessionid=$(id "$page")" -F "submitbutton=$button" -F "formbutton=$button" "$@" "$base/$page" | bar; }
`;

const curl = (script: string): Promise<readonly string[]> =>
  lines("sh", ["-c", SHELL + script, "sh", peer.httpsUrl, directory]);

/** The same with Python's requests and its regular expressions. */
const OPENING = String.raw`
import re, sys
import requests
requests.packages.urllib3.disable_warnings()
base, folder = sys.argv[1], sys.argv[2]
s = requests.Session()
s.verify = False
# The machine may name a CA bundle of its own.
s.trust_env = False

def login(username, password):
    form = {"username": username, "password": password, "submitbutton": "Login", "formbutton": "Login"}
    return s.post(base + "/login", data=form, headers={"Referer": base + "/login"})

def page_id(page):
    return re.search(r'name="sessionid" id="sessionid" value="(.*?)"', s.get(base + "/" + page).text).group(1)

def bar(answer):
    found = re.search(r"<b>(Success|Failed)</b>: (.*?)</td>", answer.text)
    print(found.group(1), found.group(2))

def post(page, button, fields, files=None):
    form = dict(fields, sessionid=page_id(page), submitbutton=button, formbutton=button)
    return s.post(base + "/" + page, data=form, files=files)
`;

const python = (script: string): Promise<readonly string[]> =>
  lines(PYTHON, ["-c", OPENING + script, peer.httpsUrl, directory]);

/** Both do the same and are told the same. */
const clients = [
  {
    name: "curl",
    program: curl,
    logIn: `
login admin wrong
login admin TANDBERG
web -o /dev/null -w '%{http_code}\\n' "$base/overview"
web -o /dev/null -w '%{http_code} %{redirect_url}\\n' "$base/logout"
web -o /dev/null -w '%{http_code} %{redirect_url}\\n' "$base/overview"
`,
    steps: `
login admin TANDBERG
save dns Save -d ip_dns_hostname=by-curl
save dns Save -d ip_dns_hostname=by_curl! -d ip_dns_domain_name=example.com
save transforms New
save createtransform "Create transform" -d priority=7 --data-urlencode 'pattern_string=curl'
save createtransform "Create transform" -d priority=soon --data-urlencode 'pattern_string=curl'
row=$(web "$base/transforms" | sed -n 's/.*name="transform" value="\\([0-9]*\\)".*/\\1/p' | head -n 1)
save transforms Delete -d "transform=$row"
send trustedcacertificate "Append CA certificate" -F "ca_file=@$2/curl.pem"
send trustedcacertificate "Append CA certificate" -F "ca_file=@$2/picture.pem"
web -o "$2/curl.tar.gz" -w '%{http_code} %{content_type}\\n' --data-urlencode "sessionid=$(id backuprestore)" --data-urlencode "submitbutton=Create system backup file" -d backup_password= -d backup_password_confirm= "$base/backuprestore"
`,
  },
  {
    name: "requests",
    program: python,
    logIn: `
r = login("admin", "wrong")
print(r.status_code, r.history[-1].headers["location"] if r.history else "")
r = login("admin", "TANDBERG")
print(r.history[0].status_code, r.url)
print(s.get(base + "/overview").status_code)
r = s.get(base + "/logout")
print(r.history[0].status_code, r.url)
r = s.get(base + "/overview")
print(r.history[0].status_code, r.url)
`,
    steps: `
r = login("admin", "TANDBERG")
print(r.history[0].status_code, r.url)
bar(post("dns", "Save", {"ip_dns_hostname": "by-requests"}))
bar(post("dns", "Save", {"ip_dns_hostname": "by_requests!", "ip_dns_domain_name": "example.com"}))
bar(post("createtransform", "Create transform", {"priority": "7", "pattern_string": "requests"}))
bar(post("createtransform", "Create transform", {"priority": "soon", "pattern_string": "requests"}))
row = re.search(r'name="transform" value="(\\d+)"', s.get(base + "/transforms").text).group(1)
bar(post("transforms", "Delete", {"transform": row}))
ca = "trustedcacertificate"
bar(post(ca, "Append CA certificate", {}, {"ca_file": open(folder + "/requests.pem", "rb")}))
bar(post(ca, "Append CA certificate", {}, {"ca_file": open(folder + "/picture.pem", "rb")}))
r = post("backuprestore", "Create system backup file", {"backup_password": "", "backup_password_confirm": ""})
print(r.status_code, r.headers["content-type"])
open(folder + "/requests.tar.gz", "wb").write(r.content)
`,
  },
] as const;

describe.each(clients)("$name", ({ name, program, logIn, steps }) => {
  test("logs in, is told where it went, and is out after the log-out", async () => {
    expect((await program(logIn)).map((line) => line.trimEnd())).toEqual([
      "200",
      `302 ${peer.httpsUrl}/overview`,
      "200",
      `302 ${peer.httpsUrl}/login/`,
      `302 ${peer.httpsUrl}/login/`,
    ]);
  });

  test("saves fields, makes and deletes a row, sends files, and downloads a backup", async () => {
    expect((await program(steps)).map((line) => line.replaceAll("&quot;", '"'))).toEqual([
      `302 ${peer.httpsUrl}/overview`,
      "Success Saved",
      expect.stringMatching(/^Failed System host name: "by_.*!" is not allowed: /) as string,
      "Success Saved",
      expect.stringMatching(/^Failed Priority: "soon" is not allowed: a whole number/) as string,
      "Success Transform deleted",
      "Success 1 CA certificate added",
      "Failed trusted CA certificates: there is no PEM block in the file",
      "200 application/octet-stream",
    ]);
    const { configuration, certificates } = peer.device();
    expect(configuration.get("IP DNS Hostname")).toBe(`by-${name}`);
    expect(configuration.get("IP DNS Domain Name")).toBe("");
    expect(configuration.rows.of("Transform")).toEqual([]);
    expect(certificates.trusted).toContain(readFileSync(path(`${name}.pem`), "utf8").trim());
    const backup = await readBackup(readFileSync(path(`${name}.tar.gz`)), "");
    expect(backup).toMatchObject({ ok: true, backup: { origin: { serialNumber: "0A1B2C3D" } } });
  });
});

describe("plain HTTP", () => {
  test("leads to the same address over HTTPS, and curl follows", async () => {
    const told = ["-sk", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url} %{ssl_verify_result}"];
    const [asked] = await lines("curl", [...told, `${httpUrl()}/login?a=b`]);
    expect(asked).toBe(`301 ${peer.httpsUrl}/login?a=b 0`);
    const [followed] = await lines("curl", [
      "-skL",
      "-o",
      "/dev/null",
      "-w",
      "%{http_code} %{url_effective}",
      httpUrl(),
    ]);
    expect(followed).toBe(`200 ${peer.httpsUrl}/login/`);
    const [posted] = await lines("curl", [...told, "-d", "username=admin&password=TANDBERG", `${httpUrl()}/login`]);
    expect(posted).toContain("301 ");
  });

  test("is not served where it does not lead to HTTPS", async () => {
    const other = await startRealPeer(loopback(2), [{ path: "Administration HTTP Mode", value: "Off" }]);
    const url = httpUrl().replace(loopback(1), other.address);
    expect((await run("curl", ["-sk", url])).code).toBe(7);
    expect((await run("curl", ["-sk", "-o", "/dev/null", `${other.httpsUrl}/login`])).code).toBe(0);
    await other.stop();
  });
});
