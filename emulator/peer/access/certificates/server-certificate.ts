/** A server certificate and its private key, both PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}
