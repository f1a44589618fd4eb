// A bare fastify HTTPS server that answers every request with the bytes of a file: the measure for the peer's own.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fastify from "fastify";
import forge from "node-forge";

const [address = "127.0.0.1", port = "0", file = ""] = process.argv.slice(2);
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const certificate = forge.pki.createCertificate();
certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
certificate.setSubject([{ name: "commonName", value: address }]);
certificate.setIssuer([{ name: "commonName", value: address }]);
certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());

const text = readFileSync(file, "utf8");
const app = fastify({ https: { key: privateKey, cert: forge.pki.certificateToPem(certificate) } });
app.get("/document.xml", (_request, reply) => reply.type("text/xml").send(text));
await app.listen({ host: address, port: Number(port) });
process.stdout.write("ready\n");
